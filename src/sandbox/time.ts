// Bound here, so that a test that replaces the global timers does not stop advance().
import { setImmediate } from "node:timers/promises";

/** The time that executions live in: the clock's, and as far ahead of it as `advance` has moved it. */
export interface Time {
  now: () => number;
  /** Calls `action` once, in that many milliseconds, unless the function that it returns is called first. */
  after: (ms: number, action: () => void) => () => void;
  /** Does what is due, for a clock that has moved without its timers. */
  catchUp: () => void;
  /** Moves the time forward, and does what is due on the way, in order. */
  advance: (ms: number) => Promise<void>;
}

interface Timer {
  due: number;
  fire: () => void;
}

/** The longest delay that a Node timer can count. */
const maxDelayMs = 2 ** 31 - 1;

export function createTime(clock: () => number): Time {
  let ahead = 0;
  /** In the order in which they were made. */
  const timers = new Set<Timer>();
  let advancing = Promise.resolve();

  let latest: number | undefined;
  /** Nobody could catch what a clock throws when no request asks for it: the time then stands still. */
  function read(): number {
    try {
      return (latest = clock());
    } catch (error) {
      if (latest === undefined) throw error;
      return latest;
    }
  }

  const now = () => read() + ahead;

  function next(): Timer | undefined {
    let earliest: Timer | undefined;
    for (const timer of timers) if (!earliest || timer.due < earliest.due) earliest = timer;
    return earliest;
  }

  function catchUp(): void {
    const until = now();
    for (let timer = next(); timer && timer.due <= until; timer = next()) timer.fire();
  }

  function after(ms: number, action: () => void): () => void {
    let waiting: NodeJS.Timeout;
    const due = now() + ms;
    const wait = () => {
      waiting = setTimeout(check, Math.min(Math.max(due - now(), 1), maxDelayMs));
    };
    const check = () => {
      catchUp();
      // Too early: Node's timers may be, and the clock may stand still.
      if (timers.has(timer)) wait();
    };
    const cancel = () => {
      timers.delete(timer);
      clearTimeout(waiting);
    };
    const timer: Timer = {
      due,
      fire: () => {
        cancel();
        action();
      },
    };
    timers.add(timer);
    wait();
    return cancel;
  }

  async function moveTo(target: number): Promise<void> {
    // Workflows that wait for nothing but the time go on between two timers, and may set others.
    for (let timer = next(); timer && timer.due <= read() + target; timer = next()) {
      ahead = Math.min(Math.max(ahead, timer.due - read()), target);
      timer.fire();
      await setImmediate();
    }
    ahead = target;
    await setImmediate();
  }

  return {
    now,
    after,
    catchUp,
    advance: (ms) => {
      const moved = advancing.then(() => moveTo(ahead + ms));
      advancing = moved.catch(() => {});
      return moved;
    },
  };
}
