/** Formats of text that stand for a time: a caller can pass a `Date` for them. */

interface Format {
  /** How it is written, for errors. */
  form: string;
  matches: (text: string) => boolean;
  write: (date: Date) => string;
}

const writeUtc = (date: Date): string => date.toISOString().slice(0, 19).replace("T", " ");

const formats: Record<string, Format> = {
  // Compared with what is written again, as Date.parse takes February 30th for March 2nd.
  "utc-time": {
    form: 'text like "2026-01-31 09:30:00" (in UTC)',
    matches: (text) => {
      const date = new Date(`${text.replace(" ", "T")}Z`);
      return !Number.isNaN(date.getTime()) && text === writeUtc(date);
    },
    write: writeUtc,
  },
  "epoch-ms": {
    form: 'milliseconds since 1970 as text, like "1769851800000"',
    matches: (text) => /^\d{1,16}$/.test(text),
    write: (date) => String(date.getTime()),
  },
};

export const formatOf = (name: unknown): Format | undefined =>
  typeof name === "string" && Object.hasOwn(formats, name) ? formats[name] : undefined;

/** The text of a `Date`, for a schema whose format has one; anything else as it is. */
export function writeDate(value: unknown, name: unknown): unknown {
  const format = formatOf(name);
  // Of any realm, and as it is, whatever a subclass says.
  if (!format || Object.prototype.toString.call(value) !== "[object Date]") return value;
  const date = new Date(Date.prototype.getTime.call(value));
  const year = date.getUTCFullYear();
  // Others have no such text; what they are called is refused.
  return year >= 1970 && year <= 9999 ? format.write(date) : String(date);
}
