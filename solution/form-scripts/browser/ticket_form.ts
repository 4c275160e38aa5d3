/**
 * What the app does when somebody works on a ticket by its form, so that the flows find what they find after the same in
 * the queue: a status that moved has a raised version, who got the ticket is written with the time, a changed reading is a
 * correction, and whoever else has the ticket open is named. One plain script: the platform loads no modules.
 */
(() => {
  /** The parts of the platform's client API that are used here, as Microsoft's reference of `formContext` and `Xrm` tells. */
  interface Attribute {
    getName(): string;
    getValue(): unknown;
    setValue(value: unknown): void;
    getIsDirty(): boolean;
    setSubmitMode(mode: 'always' | 'dirty'): void;
    controls: { forEach(each: (control: { setDisabled(isDisabled: boolean): void }) => void): void };
  }
  interface FormContext {
    getAttribute(name: string): Attribute | null;
    data: {
      entity: { getId(): string; attributes: { get(): Attribute[] } };
      save(): PromiseLike<unknown>;
    };
    ui: {
      getFormType(): number;
      setFormNotification(message: string, level: 'WARNING' | 'ERROR', id: string): boolean;
      clearFormNotification(id: string): boolean;
      close(): void;
    };
  }
  interface EventContext {
    getFormContext(): FormContext;
    getEventArgs(): { preventDefault(): void; getSaveMode(): number };
  }
  type Row = Readonly<Record<string, unknown>>;
  interface Platform {
    WebApi: {
      retrieveRecord(table: string, id: string, options: string): PromiseLike<Row>;
      updateRecord(table: string, id: string, change: Row): PromiseLike<unknown>;
    };
    Utility: {
      getGlobalContext(): { userSettings: { userId: string; userName: string; languageId: number } };
    };
    Navigation: { openForm(options: { entityName: string }): PromiseLike<unknown> };
  }
  const scope = globalThis as unknown as {
    Xrm: Platform;
    RetailCallCenter?: { ticketForm?: { onLoad: typeof onLoad; onSave: typeof onSave } };
  };

  const TABLE = 'rcc_ticket';
  /** Types of forms, as `getFormType` tells them. */
  const [UPDATE, BULK_EDIT] = [2, 6];
  /** How a save was begun, as `getSaveMode` tells it. */
  const [SAVE_AND_CLOSE, SAVE_AND_NEW, AUTOSAVE] = [2, 59, 70];
  const [UNASSIGNED, ASSIGNED, IN_PROGRESS, WAITING, RESOLVED] = [
    727000002, 727000003, 727000004, 727000005, 727000007,
  ] as const;
  const CONFIRMED = 727000000;
  const READING = ['rcc_intent', 'rcc_sentiment', 'rcc_priority'];
  const SUBJECT_OF_MOVES = ['statuscode', 'rcc_assignedagent', 'ownerid'];
  /** Columns the script writes. Most are read-only on the form, whose changes the platform sends only when told to. */
  const WRITTEN = [
    'statuscode',
    'rcc_statusversion',
    'rcc_assignedagent',
    'rcc_assignedon',
    'ownerid',
    'rcc_lastagentactivityon',
    'rcc_correctedby',
    'rcc_correctedon',
    'rcc_resolutionkind',
    'rcc_resolvedon',
    'rcc_snoozeduntil',
    'rcc_slapausedsince',
  ] as const;
  type Changes = Partial<Record<(typeof WRITTEN)[number], unknown>>;
  /** Milliseconds the hint holds that somebody has a ticket open, as in the queue. */
  const OPENED_FOR = 5 * 60_000;

  const WORDS = {
    en: {
      open: (name: string) => `${name} has this ticket open, too.`,
      moved:
        'Somebody else has moved this ticket meanwhile. Nothing was saved: refresh it, then make your change again.',
      unchecked: (why: string) => `Nothing was saved, because the ticket could not be read again: ${why}`,
    },
    es: {
      open: (name: string) => `${name} también tiene abierto este ticket.`,
      moved: 'Otra persona ha cambiado este ticket entretanto. No se ha guardado nada: actualícelo y repita el cambio.',
      unchecked: (why: string) => `No se ha guardado nada porque no se ha podido volver a leer el ticket: ${why}`,
    },
  };
  /** The last ten bits of a Windows language id are the language without its region. */
  const words = () => ((settings().languageId & 0x3ff) === 0x0a ? WORDS.es : WORDS.en);

  const settings = () => scope.Xrm.Utility.getGlobalContext().userSettings;
  const plainId = (id: unknown) => String(id).replace(/[{}]/g, '').toLowerCase();
  const me = () => plainId(settings().userId);
  const lookupOfMe = () => [{ id: settings().userId, name: settings().userName, entityType: 'systemuser' }];
  const valueOf = (form: FormContext, name: string) => form.getAttribute(name)?.getValue() ?? null;
  const isDirty = (form: FormContext, name: string) => form.getAttribute(name)?.getIsDirty() ?? false;
  const agentOf = (form: FormContext) => {
    const [agent] = (valueOf(form, 'rcc_assignedagent') ?? []) as { id: string }[];
    return agent && plainId(agent.id);
  };

  /** Whether something was edited beside who has the ticket and how it stands. */
  const isWorkedOn = (form: FormContext) =>
    form.data.entity.attributes.get().some((one) => one.getIsDirty() && !SUBJECT_OF_MOVES.includes(one.getName()));

  /** The assigned agent's first work on a ticket puts it in progress. */
  const isFirstAction = (form: FormContext) =>
    valueOf(form, 'statuscode') === ASSIGNED && agentOf(form) === me() && isWorkedOn(form);

  /** What follows from an edit that moves nothing. */
  function changesOfWork(form: FormContext, now: Date): Changes {
    const changes: Changes = {};
    if (READING.some((name) => isDirty(form, name)))
      Object.assign(changes, { rcc_correctedby: lookupOfMe(), rcc_correctedon: now });
    if (agentOf(form) === me() && isWorkedOn(form)) changes.rcc_lastagentactivityon = now;
    return changes;
  }

  /**
   * Who has the ticket and how it stands fit together, as in the desk's table of statuses. An agent who is cleared is left
   * to the flow that gives the ticket back: it has to see who had it.
   */
  function statusOf(form: FormContext): { status: unknown; isTaken: boolean } {
    const status = valueOf(form, 'statuscode');
    const hasNewAgent = isDirty(form, 'rcc_assignedagent') && agentOf(form) !== undefined;
    if (hasNewAgent && status === UNASSIGNED) return { status: ASSIGNED, isTaken: false };
    const isTaken =
      isDirty(form, 'statuscode') && agentOf(form) === undefined && [ASSIGNED, IN_PROGRESS].includes(status as never);
    if (isTaken || isDirty(form, 'statuscode') || hasNewAgent) return { status, isTaken };
    return { status: isFirstAction(form) ? IN_PROGRESS : status, isTaken };
  }

  /** What follows from an edit that moves the ticket. @param row the ticket as it stands in the table */
  function changesOfMove(form: FormContext, row: Row, now: Date): Changes {
    const changes = changesOfWork(form, now);
    const { status, isTaken } = statusOf(form);
    if (isTaken) changes.rcc_assignedagent = lookupOfMe();
    if (isTaken || (isDirty(form, 'rcc_assignedagent') && agentOf(form) !== undefined)) {
      changes.ownerid = changes.rcc_assignedagent ?? valueOf(form, 'rcc_assignedagent');
      changes.rcc_assignedon = now;
    }
    if (status === row.statuscode) return changes;
    changes.statuscode = status;
    changes.rcc_statusversion = Number(row.rcc_statusversion ?? 0) + 1;
    changes.rcc_lastagentactivityon = now;
    if (status === RESOLVED)
      Object.assign(changes, { rcc_resolutionkind: CONFIRMED, rcc_resolvedon: now, rcc_snoozeduntil: null });
    if (row.statuscode === RESOLVED) Object.assign(changes, { rcc_resolutionkind: null, rcc_resolvedon: null });
    if (status === WAITING) changes.rcc_slapausedsince = now;
    if (row.statuscode === WAITING) changes.rcc_slapausedsince = null;
    return changes;
  }

  /** Writes values into the form, all or none. @returns what puts back those that were there */
  function put(form: FormContext, changes: Changes): () => void {
    const puts = Object.entries(changes).map(([name, value]) => {
      const attribute = form.getAttribute(name);
      // Without the version the flows would take the move for the one before it.
      if (attribute === null) throw new Error(`The ticket's form needs the column ${name}.`);
      return { attribute, value, before: attribute.getValue() };
    });
    for (const { attribute, value } of puts) {
      attribute.setValue(value);
      attribute.setSubmitMode('always');
    }
    return () => {
      for (const { attribute, before } of puts) {
        attribute.setValue(before);
        attribute.setSubmitMode('dirty');
      }
    };
  }

  /** Whether the row still stands as the form shows it, beside what was edited here. */
  function isAsShown(form: FormContext, row: Row): boolean {
    const agent = row._rcc_assignedagent_value == null ? undefined : plainId(row._rcc_assignedagent_value);
    return (
      (row.rcc_statusversion ?? 0) === (valueOf(form, 'rcc_statusversion') ?? 0) &&
      (isDirty(form, 'statuscode') || row.statuscode === valueOf(form, 'statuscode')) &&
      (isDirty(form, 'rcc_assignedagent') || agent === agentOf(form))
    );
  }

  /** Tickets whose save is held, until it is done anew. */
  const held = new Set<string>();
  /** Those of them that are made ready: the next save is the held one. */
  const ready = new Set<string>();

  /** Reads the ticket again and saves it with what follows from the edit, or says why not. */
  async function saveMove(form: FormContext, id: string, saveMode: number): Promise<void> {
    let putBack: () => void;
    try {
      const columns = 'statuscode,rcc_statusversion,_rcc_assignedagent_value';
      const row = await scope.Xrm.WebApi.retrieveRecord(TABLE, id, `?$select=${columns}`);
      if (!isAsShown(form, row)) return void form.ui.setFormNotification(words().moved, 'ERROR', 'rcc_moved');
      putBack = put(form, changesOfMove(form, row, new Date()));
    } catch (error) {
      const why = (error as { message?: string }).message ?? String(error);
      return void form.ui.setFormNotification(words().unchecked(why), 'ERROR', 'rcc_moved');
    }
    ready.add(id);
    try {
      await form.data.save();
    } catch {
      // The platform says why. A version that stayed raised would look like somebody else's move at the next attempt.
      return putBack();
    } finally {
      ready.delete(id);
    }
    // A save mode only tells handlers why there is a save: what it stands for is left to who begins the save.
    if (saveMode === SAVE_AND_CLOSE) form.ui.close();
    if (saveMode === SAVE_AND_NEW) await scope.Xrm.Navigation.openForm({ entityName: TABLE });
  }

  /**
   * Before a ticket is saved. Only a person moves a ticket: the save that comes of itself every thirty seconds (70) leaves
   * a move in the form. Leaving the page with unsaved changes is Save & Close (2) by Microsoft's reference of `getSaveMode`,
   * hence somebody's decision: the move is saved and then the form is closed. Until it is saved, the form keeps all changes.
   */
  function onSave(context: EventContext): void {
    const form = context.getFormContext();
    const id = plainId(form.data.entity.getId());
    if (form.ui.getFormType() !== UPDATE || ready.delete(id)) return;
    const args = context.getEventArgs();
    if (held.has(id)) return args.preventDefault();
    form.ui.clearFormNotification('rcc_moved');
    for (const name of WRITTEN) form.getAttribute(name)?.setSubmitMode('dirty');
    if (!isDirty(form, 'statuscode') && !isDirty(form, 'rcc_assignedagent') && !isFirstAction(form))
      return void put(form, changesOfWork(form, new Date()));
    args.preventDefault();
    if (args.getSaveMode() === AUTOSAVE) return;
    held.add(id);
    void saveMove(form, id, args.getSaveMode()).finally(() => held.delete(id));
  }

  /** When many tickets are edited at once, no handler runs at the save: what has to be followed up there is locked. */
  function lockMoves(form: FormContext): void {
    for (const name of ['statuscode', 'rcc_assignedagent', ...READING])
      form.getAttribute(name)?.controls.forEach((control) => control.setDisabled(true));
  }

  /** When a ticket is opened: names whoever else has it open, and tells them of us. */
  async function onLoad(context: EventContext): Promise<void> {
    const form = context.getFormContext();
    if (form.ui.getFormType() === BULK_EDIT) lockMoves(form);
    if (form.ui.getFormType() !== UPDATE || valueOf(form, 'statuscode') === RESOLVED) return;
    const id = plainId(form.data.entity.getId());
    try {
      const row = await scope.Xrm.WebApi.retrieveRecord(TABLE, id, '?$select=_rcc_openedby_value,rcc_openedon');
      const isRecent = Date.now() - Date.parse(String(row.rcc_openedon)) < OPENED_FOR;
      if (isRecent && row._rcc_openedby_value != null && plainId(row._rcc_openedby_value) !== me()) {
        const name = String(row['_rcc_openedby_value@OData.Community.Display.V1.FormattedValue']);
        form.ui.setFormNotification(words().open(name), 'WARNING', 'rcc_open');
      } else form.ui.clearFormNotification('rcc_open');
      await scope.Xrm.WebApi.updateRecord(TABLE, id, {
        'rcc_OpenedBy@odata.bind': `/systemusers(${me()})`,
        rcc_openedon: new Date().toISOString(),
      });
    } catch {
      // A hint only: when it cannot be read or written, nothing is lost.
    }
  }

  (scope.RetailCallCenter ??= {}).ticketForm = { onLoad, onSave };
})();
