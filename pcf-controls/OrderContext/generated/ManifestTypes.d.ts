/*
*This is auto generated from the ControlManifest.Input.xml file
*/

// Define IInputs and IOutputs Type. They should match with ControlManifest.
export interface IInputs {
    orderContext: ComponentFramework.PropertyTypes.StringProperty;
    requestedOn: ComponentFramework.PropertyTypes.DateTimeProperty;
    orderAddress: ComponentFramework.PropertyTypes.StringProperty;
    chargeAddress: ComponentFramework.PropertyTypes.StringProperty;
    staleHours: ComponentFramework.PropertyTypes.WholeNumberProperty;
    waitMinutes: ComponentFramework.PropertyTypes.WholeNumberProperty;
}
export interface IOutputs {
    orderContext?: string;
    requestedOn?: Date;
}
