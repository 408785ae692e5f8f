import type { Paging } from "../../generated/contract.js";
import { UnexpectedResponseError } from "../errors.js";
import { valueAt } from "../foreign.js";
import { asResult, type Outcome } from "./result.js";

/** A page, what was asked for, and how to get the page at another offset. */
export interface Page extends Outcome {
  offset: number;
  limit: number | undefined;
  pageAt: (offset: number) => Promise<Page>;
}

/** A promise of a page, whose items and those of the next pages can be iterated over. */
export function asPages(page: Promise<Page>, paging: Paging) {
  const result = asResult(page);
  return Object.assign(result, {
    [Symbol.asyncIterator]: () => {
      // The iteration fails in its place.
      result.catch(() => {});
      return itemsOf(page, paging);
    },
  });
}

/**
 * The items of a page and of the pages after it, until a page is empty or the total is reached.
 *
 * An item that was on a page before is not yielded again: new ones have moved it there. If it was the first
 * of a full page, or if there is no other item, then the service does not move on.
 */
async function* itemsOf(first: Promise<Page>, { items, key, total, size }: Paging): AsyncGenerator {
  const keyOf = (item: unknown): unknown => valueAt(item, key);
  let before: unknown[] = [];
  const recent = new Set<unknown>();
  for (let page = await first; ;) {
    const list = valueAt(page.data, items);
    if (!Array.isArray(list) || list.length === 0) return;
    const keys = list.map(keyOf);
    let fresh = 0;
    for (const item of list) {
      const known = keyOf(item);
      if (known !== undefined && recent.has(known)) continue;
      recent.add(known);
      fresh++;
      yield item;
    }
    // Items move by less than a page; more need not be remembered.
    for (const oldest of recent) {
      if (recent.size <= 2 * Math.max(list.length, before.length)) break;
      recent.delete(oldest);
    }
    if (fresh === 0 || (before[0] !== undefined && keys.includes(before[0]))) {
      // Fewer than asked for: these are all there are.
      const full = Math.min(page.limit ?? size ?? 1, size ?? Infinity);
      if (Math.min(before.length, list.length) < full) return;
      throw standstill(page, before.length);
    }
    const next = page.offset + list.length;
    const all = total === undefined ? undefined : valueAt(page.data, total);
    if (typeof all === "number" && next >= all) return;
    before = keys;
    page = await page.pageAt(next);
  }
}

function standstill({ offset, response, requestId }: Page, length: number): UnexpectedResponseError {
  return new UnexpectedResponseError(
    `The page at offset ${offset} begins like the one before: the service ignores offset, or ${length} items were added meanwhile. Ask for more with limit, or for less by time.`,
    { status: response.status, body: "" },
    { attempts: 1, mayHaveStarted: false, requestId },
  );
}
