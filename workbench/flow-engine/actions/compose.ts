import { evaluateTemplate } from '../../../flows/expressions/template';
import { type ActionCompiler } from './compiled-action';

/** Compose: its outputs are the evaluated inputs. */
export const compileCompose: ActionCompiler = (reader) => {
  const template = reader.template('inputs');
  return {
    execute: ({ frame }) => {
      const value = evaluateTemplate(template, frame.context);
      return { status: 'Succeeded', inputs: value, outputs: value };
    },
  };
};
