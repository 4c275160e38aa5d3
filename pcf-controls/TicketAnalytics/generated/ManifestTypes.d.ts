/*
*This is auto generated from the ControlManifest.Input.xml file
*/

// Define IInputs and IOutputs Type. They should match with ControlManifest.
export interface IInputs {
    pageSize: ComponentFramework.PropertyTypes.WholeNumberProperty;
    columnPrefix: ComponentFramework.PropertyTypes.StringProperty;
    scopeValues: ComponentFramework.PropertyTypes.StringProperty;
    channelValues: ComponentFramework.PropertyTypes.StringProperty;
    minimumRatings: ComponentFramework.PropertyTypes.WholeNumberProperty;
    triageAddress: ComponentFramework.PropertyTypes.StringProperty;
    targetEmailMinutes: ComponentFramework.PropertyTypes.DecimalNumberProperty;
    targetChatResolution: ComponentFramework.PropertyTypes.DecimalNumberProperty;
    targetTrackingAccuracy: ComponentFramework.PropertyTypes.DecimalNumberProperty;
    targetSatisfaction: ComponentFramework.PropertyTypes.DecimalNumberProperty;
    targetApiErrors: ComponentFramework.PropertyTypes.DecimalNumberProperty;
    targetFirstContact: ComponentFramework.PropertyTypes.DecimalNumberProperty;
    targetCost: ComponentFramework.PropertyTypes.DecimalNumberProperty;
    metrics: ComponentFramework.PropertyTypes.DataSet;
}
export interface IOutputs {
    drillThrough?: string;
}
