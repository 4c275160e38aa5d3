import { element } from '../xml/element';
import { writeXml } from '../xml/write-xml';

/** The description of a control beside its manifest in the source. */
export const CONTROL_DATA = 'ControlManifest.xml.data.xml';

/**
 * What `ControlManifest.xml.data.xml` says of a control that was built and has none yet.
 * @param folder name of the control's folder: prefix, namespace and constructor, such as `rcc_RetailCallCenter.TicketTriage`
 */
export function controlData(folder: string): Uint8Array {
  return writeXml(
    element('CustomControl', { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' }, [
      element('Name', {}, [folder]),
      element('FileName', {}, [`/Controls/${folder}/ControlManifest.xml`]),
    ]),
  );
}
