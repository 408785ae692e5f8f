/** What is easy to get wrong in Chinese text, and what a translation must not lose. */

const han = "\\p{Script=Han}";
const full = "，。：；！？、（）“”《》";
const pattern = (source: string) => new RegExp(source, "u");

/** Code spans are one Latin letter here. */
const slips: [RegExp, string][] = [
  [
    pattern(`${han}[A-Za-z0-9]|[A-Za-z0-9]${han}`),
    "put a space between Chinese and Latin letters, digits or code",
  ],
  [pattern(`(?<![-|]) +[${full}]|[${full}] +(?!\\|)`), "leave out the space beside full-width punctuation"],
  [pattern(`${han}[,;:!?()]|[,;:!?()]${han}|${han}\\.(?!\\w)`), "use full-width punctuation"],
  [
    pattern(`[${han}${full}\\w]\\n[${han}${full}\\w]`),
    "leave the paragraph on one line: a line break shows as a space",
  ],
  [
    pattern(`\\*\\*(?:[${full}]|[^*\\n]*[${full}]\\*\\*)`),
    "keep punctuation out of **bold**: the asterisks would stay",
  ],
  [/您|进行/, "write as people talk: 你, and a verb without 进行"],
];

const words: Record<string, string> = {
  帐号: "账号",
  沙盒: "沙箱",
  凭据: "凭证",
  必填: "必选",
  验证: "校验",
};

/**
 * What is wrong with a translation, a line for each thing.
 *
 * @param code for what is program, too: its words are only in its comments
 */
export function slipsOf(english: string, chinese: string): string[] {
  const plain = chinese.replace(/`[^`]*`/g, "C");
  const found = slips.flatMap(([slip, advice]) => {
    const at = slip.exec(plain);
    return at ? [`${advice}: ${JSON.stringify(plain.slice(Math.max(0, at.index - 6), at.index + 8))}`] : [];
  });
  for (const [word, better] of Object.entries(words))
    if (chinese.includes(word)) found.push(`write ${better}, not ${word}`);
  if (!pattern(han).test(plain)) found.push("it has no Chinese");
  const [before, after] = [factsOf(english), factsOf(chinese)];
  for (const fact of before) if (!after.has(fact)) found.push(`${fact} is missing`);
  for (const fact of after)
    if (fact.startsWith("`") && !before.has(fact)) found.push(`${fact} is not in the English`);
  return found;
}

/** Code, and numbers outside of it. */
function factsOf(text: string): Set<string> {
  const code = text.match(/`[^`]*`/g) ?? [];
  const numbers = text.replace(/`[^`]*`/g, "").match(/\d+/g) ?? [];
  return new Set([...code, ...numbers]);
}
