/** Remembers a function's result by the identity of its argument; entries go with the argument. */
export function memo<Argument extends object, Result>(compute: (argument: Argument) => Result) {
  const results = new WeakMap<Argument, { result: Result }>();
  return (argument: Argument): Result => {
    const hit = results.get(argument);
    if (hit) return hit.result;
    const result = compute(argument);
    results.set(argument, { result });
    return result;
  };
}

/**
 * Remembers a function's results by the text it is given. Forgets them all once there are more than `most`, so that a
 * process that runs for days does not keep every title it ever read.
 */
export function memoOfText<Result>(most: number, compute: (text: string) => Result) {
  const results = new Map<string, Result>();
  return (text: string): Result => {
    const hit = results.get(text);
    if (hit !== undefined) return hit;
    const result = compute(text);
    if (results.size >= most) results.clear();
    results.set(text, result);
    return result;
  };
}
