type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;
export type Value = ReturnType<EntityRecord['getValue']> | null | undefined;

/** What a row holds, by the name of the column; a choice may say its label as `{ value, label }`. */
export type Values = Readonly<Record<string, Value | Choice>>;
export interface Choice {
  readonly value: number;
  readonly label: string;
}

const isChoice = (value: Value | Choice): value is Choice =>
  typeof value === 'object' && value !== null && 'label' in value && 'value' in value;

/** A row of a dataset. Its values are made when they are first asked for: 100,000 rows cost little until they are seen. */
export class DatasetRecord implements EntityRecord {
  private made: Values | undefined;

  public constructor(
    private readonly id: string,
    private readonly entity: string,
    private readonly primaryColumn: string | undefined,
    private readonly make: () => Values,
  ) {}

  private get values(): Values {
    return (this.made ??= this.make());
  }

  public getRecordId(): string {
    return this.id;
  }

  /** The raw value; null when the row has none, as on the platform. */
  public getValue(column: string): ReturnType<EntityRecord['getValue']> {
    const value = this.values[column];
    return (isChoice(value) ? value.value : (value ?? null)) as ReturnType<EntityRecord['getValue']>;
  }

  public getFormattedValue(column: string): string {
    const value = this.values[column];
    if (isChoice(value)) return value.label;
    if (value === null || value === undefined) return '';
    if (value instanceof Date) return value.toISOString();
    if (typeof value === 'object' && !Array.isArray(value)) return value.name ?? '';
    return String(value);
  }

  public getNamedReference(): ComponentFramework.EntityReference {
    const name = this.primaryColumn === undefined ? '' : this.getFormattedValue(this.primaryColumn);
    return { id: { guid: this.id }, etn: this.entity, name };
  }
}
