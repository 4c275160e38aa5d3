import { projectFile } from '../../project-file';
import type { LinearModel } from '../linear/linear-model';
import { readModel } from '../linear/model-file';

/** Matters that cannot wait, and `none`: the ordinary ones, also those that only sound alike. */
export const MATTERS = ['none', 'money', 'account', 'safety', 'legal', 'violence'] as const;
export type MatterKind = (typeof MATTERS)[number];

/** The trained part of the reading of critical matters. */
export type MatterModel = LinearModel<MatterKind>;

export const MATTER_MODEL = 'matters';

/** @throws Error naming the file of the folder that is at fault, and the remedy */
export const readMatterModel = (folder: string): MatterModel => readModel(folder, MATTER_MODEL, MATTERS);

let shipped: MatterModel | undefined;

/** The model that comes with the service, read when it is first asked for. */
export const shippedMatterModel = (): MatterModel => (shipped ??= readMatterModel(projectFile('proxy/models')));
