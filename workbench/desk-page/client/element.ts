/** Makes an element. Texts become text nodes, so nothing in them is taken for markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...content);
  return made;
}

/** A field under its label. */
export function labelled(text: string, field: HTMLElement): HTMLLabelElement {
  return element('label', { className: 'field' }, text, field);
}
