/**
 * What the app does when somebody asks for a refund or cancellation: the order number of the ticket it is asked for on is
 * filled in. One plain script: the platform loads no modules.
 */
(() => {
  /** The parts of the platform's client API that are used here, as Microsoft's reference of `formContext` and `Xrm` tells. */
  interface Attribute {
    getValue(): unknown;
    setValue(value: unknown): void;
  }
  interface FormContext {
    getAttribute(name: string): Attribute | null;
    ui: { getFormType(): number };
  }
  interface EventContext {
    getFormContext(): FormContext;
  }
  interface Platform {
    WebApi: {
      retrieveRecord(table: string, id: string, options: string): PromiseLike<Readonly<Record<string, unknown>>>;
    };
  }
  const scope = globalThis as unknown as {
    Xrm: Platform;
    RetailCallCenter?: { moneyActionForm?: { fillOrderNumber: typeof fillOrderNumber } };
  };

  /** Type of a form for a row that is made, as `getFormType` tells it. */
  const CREATE = 1;
  const ORDER_NUMBER = 'rcc_ordernumber';

  const ticketOf = (form: FormContext): string | undefined => {
    const [ticket] = (form.getAttribute('rcc_ticket')?.getValue() ?? []) as { id: string }[];
    return ticket?.id.replace(/[{}]/g, '').toLowerCase();
  };

  /** When a new row's form is opened, and when its ticket is chosen. What somebody has entered stays. */
  async function fillOrderNumber(context: EventContext): Promise<void> {
    const form = context.getFormContext();
    const orderNumber = form.getAttribute(ORDER_NUMBER);
    const ticket = ticketOf(form);
    const isEmpty = () => !orderNumber?.getValue();
    if (form.ui.getFormType() !== CREATE || ticket === undefined || !isEmpty()) return;
    try {
      const row = await scope.Xrm.WebApi.retrieveRecord('rcc_ticket', ticket, `?$select=${ORDER_NUMBER}`);
      // Meanwhile somebody may have begun to write, or chosen another ticket.
      if (isEmpty() && ticketOf(form) === ticket) orderNumber?.setValue(row[ORDER_NUMBER] ?? null);
    } catch {
      // A help only: when the ticket cannot be read, the number is entered by hand.
    }
  }

  (scope.RetailCallCenter ??= {}).moneyActionForm = { fillOrderNumber };
})();
