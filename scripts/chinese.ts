/** What is easy to get wrong in Chinese text, and what a translation must not lose. */

const han = "\\p{Script=Han}";
const full = "，。：；！？、（）“”《》";
const rule = (source: string) => new RegExp(source, "mu");

/** Code spans are one Latin letter here. */
const slips: [RegExp, string][] = [
  [
    rule(`${han}[A-Za-z0-9]|[A-Za-z0-9]${han}`),
    "put a space between Chinese and Latin letters, digits or code",
  ],
  [rule(`(?<![-|]) +[${full}]|[${full}] +(?!\\|)`), "leave out the space beside full-width punctuation"],
  [rule(`${han}[,;:!?()]|[,;:!?()]${han}|${han}\\.(?!\\w)`), "use full-width punctuation"],
  [
    rule(`^(?![#|]).*[${han}${full}\\w]\\n[${han}${full}\\w]`),
    "put the paragraph on one line: a line break shows as a space",
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

/** What is wrong with a translation, an item for each thing. */
export function slipsOf(english: string, chinese: string): string[] {
  const plain = chinese.replace(/`[^`]*`/g, "C");
  const found = slips.flatMap(([slip, advice]) => {
    const at = slip.exec(plain);
    return at ? [`${advice}: ${JSON.stringify(plain.slice(Math.max(0, at.index - 6), at.index + 8))}`] : [];
  });
  for (const [word, better] of Object.entries(words))
    if (chinese.includes(word)) found.push(`write ${better}, not ${word}`);
  for (const [, bold] of plain.matchAll(/\*\*([^*]+)\*\*/g))
    if (rule(`^[${full}]|[${full}]$`).test(bold!))
      found.push(`keep punctuation out of **${bold}**: its asterisks would show`);
  if (!rule(han).test(plain)) found.push("it has no Chinese");
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
