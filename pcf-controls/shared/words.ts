/** The text of a key in the user's language, with `{0}`, `{1}` … replaced by the values. */
export type Words = (key: string, ...values: readonly (string | number)[]) => string;

/** What a control needs of its context to speak. */
type Speaker = Pick<ComponentFramework.Context<unknown>, 'resources'>;

/** Reads a control's words from its resx files. */
export function wordsOf({ resources }: Speaker): Words {
  return (key, ...values) =>
    resources
      .getString(key)
      .replace(/\{(\d)\}/g, (hole: string, index: string) => String(values[Number(index)] ?? hole));
}
