// The platform's files look for React by these names.
globalThis.React = globalThis.Reactv16;
globalThis.ReactDOM = globalThis.ReactDOMv16;
