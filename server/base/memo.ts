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
