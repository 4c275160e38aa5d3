import type { Recorder } from './recorder';

type Navigation = ComponentFramework.Navigation;
type LookupValue = ComponentFramework.LookupValue;

/** What people answer to dialogs: whether they confirm, and whom they look up (none: they cancel). */
export interface Answers {
  readonly confirmed?: boolean;
  readonly lookup?: readonly LookupValue[];
}

/** What a host with people in front of it does when a control asks for a dialog, a form or a page. */
export type HostActions = Pick<
  Navigation,
  'openAlertDialog' | 'openConfirmDialog' | 'openErrorDialog' | 'openForm' | 'openUrl'
> &
  Pick<ComponentFramework.Utility, 'lookupObjects'>;

interface Host {
  readonly answers: Answers;
  readonly actions: Partial<HostActions>;
}

/** Notes what is asked for; the host's own actions answer, else the settings. @param host as it is at the call */
export function navigationOf(
  note: Recorder['note'],
  host: () => Host,
): Navigation & Pick<HostActions, 'lookupObjects'> {
  return {
    async openAlertDialog(strings, options) {
      note('navigation.openAlertDialog', strings);
      await host().actions.openAlertDialog?.(strings, options);
    },
    async openConfirmDialog(strings, options) {
      note('navigation.openConfirmDialog', strings);
      const { actions, answers } = host();
      return (await actions.openConfirmDialog?.(strings, options)) ?? { confirmed: answers.confirmed ?? true };
    },
    async openErrorDialog(options) {
      note('navigation.openErrorDialog', options);
      await host().actions.openErrorDialog?.(options);
    },
    async openFile(file) {
      note('navigation.openFile', file);
    },
    async openForm(options, parameters) {
      note('navigation.openForm', options, parameters);
      return (await host().actions.openForm?.(options, parameters)) ?? { savedEntityReference: [] };
    },
    openUrl(url, options) {
      note('navigation.openUrl', url, options);
      host().actions.openUrl?.(url, options);
    },
    openWebResource: (name, options, data) => note('navigation.openWebResource', name, options, data),
    async lookupObjects(options) {
      note('utils.lookupObjects', options);
      const { actions, answers } = host();
      return (await actions.lookupObjects?.(options)) ?? [...(answers.lookup ?? [])];
    },
  };
}
