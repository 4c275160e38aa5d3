import type { HostActions } from '../../../pcf-controls/mocks/navigation';
import type { Row } from '../../../pcf-controls/mocks/odata-query';
import { tableOf } from './tables';
import type { Service } from './service';
import type { Words } from './words';

interface Offer {
  readonly title?: string;
  readonly content: readonly (Node | string)[];
  /** Texts of the buttons by what the dialog answers. */
  readonly buttons: Readonly<Record<string, string>>;
}

/** Shows a modal dialog. @returns the answer of the button that was pressed; nothing after Escape */
function show({ title, content, buttons }: Offer): Promise<string> {
  const dialog = document.createElement('dialog');
  const form = document.createElement('form');
  form.method = 'dialog';
  if (title) {
    const heading = Object.assign(document.createElement('h2'), { textContent: title, id: 'dialog-title' });
    dialog.setAttribute('aria-labelledby', heading.id);
    form.append(heading);
  }
  form.append(...content.map((one) => (typeof one === 'string' ? paragraph(one) : one)));
  const bar = Object.assign(document.createElement('p'), { className: 'dialog-buttons' });
  for (const [value, textContent] of Object.entries(buttons))
    bar.append(Object.assign(document.createElement('button'), { value, textContent }));
  form.append(bar);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}

const paragraph = (textContent: string): HTMLElement => Object.assign(document.createElement('p'), { textContent });

/** What the page does for its controls: forms and pages by `open`, dialogs, and looking people up. */
export function hostActions(
  words: Words,
  service: Pick<Service, 'list'>,
  open: Pick<HostActions, 'openForm' | 'openUrl'>,
): HostActions {
  return {
    ...open,
    async openAlertDialog({ text, confirmButtonLabel }) {
      await show({ content: [text], buttons: { ok: confirmButtonLabel ?? words('ok') } });
    },
    async openConfirmDialog({ title, subtitle, text, confirmButtonLabel, cancelButtonLabel }) {
      const buttons = { yes: confirmButtonLabel ?? words('yes'), no: cancelButtonLabel ?? words('cancel') };
      const content = subtitle ? [subtitle, text] : [text];
      return { confirmed: (await show({ title, content, buttons })) === 'yes' };
    },
    async openErrorDialog({ message, details }) {
      const content = [message ?? '', details ?? ''].filter((text) => text !== '');
      await show({ content, buttons: { ok: words('ok') } });
    },
    lookupObjects: ({ entityTypes = [] }) => lookUp(entityTypes[0] ?? '', words, service),
  };
}

/** Lets a person choose a row of a table by its name; Enter in the field takes the first one. @returns nothing when nobody was chosen */
async function lookUp(
  table: string,
  words: Words,
  service: Pick<Service, 'list'>,
): Promise<ComponentFramework.LookupValue[]> {
  const { set, primaryId, primaryName, columns } = await tableOf(table);
  // Users without an address are the platform's own.
  const people = columns.some(({ name }) => name === 'internalemailaddress')
    ? '&$filter=internalemailaddress ne null'
    : '';
  const { value } = await service.list(set, `?$select=${primaryName}${people}&$orderby=${primaryName}`);
  const nameOf = (row: Row) => String(row[primaryName]);
  const search = Object.assign(document.createElement('input'), { type: 'search', autocomplete: 'off' });
  const label = document.createElement('label');
  label.append(words('find'), search);
  const list = Object.assign(document.createElement('ul'), { className: 'dialog-list' });
  const draw = (): void => {
    const found = value.filter((row) => nameOf(row).toLowerCase().includes(search.value.trim().toLowerCase()));
    list.replaceChildren(
      ...found.map((row) => {
        const item = document.createElement('li');
        const chosen = { value: String(row[primaryId]), textContent: nameOf(row) };
        item.append(Object.assign(document.createElement('button'), chosen));
        return item;
      }),
    );
    if (found.length === 0) list.append(words('nobody'));
  };
  search.addEventListener('input', draw);
  draw();
  const answer = await show({ title: words('choose'), content: [label, list], buttons: { '': words('cancel') } });
  const row = value.find((one) => one[primaryId] === answer);
  return row ? [{ id: answer, name: nameOf(row), entityType: table }] : [];
}
