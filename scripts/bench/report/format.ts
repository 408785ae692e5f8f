import type { Stat } from "../measure.js";

/** A Markdown table. */
export const table = (head: string[], rows: string[][]): string =>
  [head, head.map((_, index) => (index === 0 ? "---" : "--:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");

/** The median, with minimum and maximum where they differ. */
const shownStat =
  (digits: number) =>
  ({ median, min, max }: Stat): string =>
    min === max
      ? median.toFixed(digits)
      : `${median.toFixed(digits)} (${min.toFixed(digits)} to ${max.toFixed(digits)})`;

export const whole = shownStat(0);
export const one = shownStat(1);
export const two = shownStat(2);
