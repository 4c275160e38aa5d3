// What a unit test needs to run a control; the host page takes the same files one by one.
export { createContext, type ContextSettings, type FormFactor, type MockContext, type Privilege } from './context';
export { createDataset, type DatasetOptions, type MockDataset } from './dataset';
export type { Choice, Values } from './dataset-record';
export { createProperty } from './property';
export { readResx } from './read-resx';
export { type Call, countsOf } from './recorder';
export { renderControl, type RenderedControl } from './render-control';
export { rowId } from './row-source';
export { offsetIn } from './time-zone';
export { createWebApi, type MockWebApi } from './web-api';
