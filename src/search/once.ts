/** Calls `ask` once for each name, and again after a failure. */
export function once<Name, Value>(ask: (name: Name) => Promise<Value>): typeof ask {
  const asked = new Map<Name, Promise<Value>>();
  return (name) => {
    const before = asked.get(name);
    if (before) return before;
    const answer = ask(name);
    asked.set(name, answer);
    answer.catch(() => asked.delete(name));
    return answer;
  };
}
