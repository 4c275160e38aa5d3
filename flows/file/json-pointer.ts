/** One step of a JSON pointer (RFC 6901). */
export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** `/properties/x` and `a/b` as `/properties/x/a~1b`. */
export function below(pointer: string, ...segments: (string | number)[]): string {
  return segments.reduce<string>((path, segment) => `${path}/${escapePointer(String(segment))}`, pointer);
}
