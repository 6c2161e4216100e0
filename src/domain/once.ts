/** What takes a while to make is made when it is first asked for, so that a command that never asks does without. */

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
