import type { Results } from "./results.js";

const [width, labelWidth, barHeight, gap] = [880, 310, 18, 8];
const plotWidth = width - labelWidth - 150;

/** Bars of the CPU per call, a group for each number of calls in flight. */
export function plot(calls: Results["calls"]): string {
  const longest = Math.max(...calls.flatMap(({ callers }) => callers.map(({ cpu }) => cpu.median)));
  let y = 20;
  const parts: string[] = [];
  for (const { inFlight, callers } of calls) {
    parts.push(
      text(10, y + 12, `CPU per call, ${inFlight} in flight (µs; the line is minimum to maximum)`, "bold"),
    );
    y += 26;
    for (const { name, cpu, cpuToVendor } of [...callers].sort((a, b) => a.cpu.median - b.cpu.median)) {
      const x = (value: number) => labelWidth + Math.min(value / longest, 1.1) * plotWidth;
      const color = name.startsWith("functiongraph-workflow") ? "#c7000b" : "#8a94a6";
      const middle = y + barHeight / 2;
      parts.push(
        text(labelWidth - 8, y + 13, name, "normal", "end"),
        `<rect x="${labelWidth}" y="${y}" width="${round(x(cpu.median) - labelWidth)}" height="${barHeight}" fill="${color}"/>`,
        `<line x1="${round(x(cpu.min))}" x2="${round(x(cpu.max))}" y1="${middle}" y2="${middle}" stroke="#1f2733"/>`,
        text(
          round(x(Math.max(cpu.max, cpu.median)) + 8),
          y + 13,
          `${Math.round(cpu.median)} · ${cpuToVendor.median.toFixed(2)} ×`,
        ),
      );
      y += barHeight + gap;
    }
    y += 20;
  }
  parts.push(text(10, y, "× is the ratio to the vendor SDK, the median of the rounds of one run."));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y + 20}" font-family="system-ui, sans-serif" font-size="13"><rect width="100%" height="100%" fill="#fff"/>${parts.join("\n")}</svg>\n`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

const text = (x: number, y: number, words: string, weight = "normal", anchor = "start"): string =>
  `<text x="${x}" y="${y}" font-weight="${weight}" text-anchor="${anchor}" fill="#1f2733">${words}</text>`;
