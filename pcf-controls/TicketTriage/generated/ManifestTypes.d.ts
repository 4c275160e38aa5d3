/*
*This is auto generated from the ControlManifest.Input.xml file
*/

// Define IInputs and IOutputs Type. They should match with ControlManifest.
export interface IInputs {
    groupBy: ComponentFramework.PropertyTypes.EnumProperty<"none" | "intent" | "sla">;
    pageSize: ComponentFramework.PropertyTypes.WholeNumberProperty;
    nearingPercent: ComponentFramework.PropertyTypes.WholeNumberProperty;
    refreshMinutes: ComponentFramework.PropertyTypes.WholeNumberProperty;
    highConfidence: ComponentFramework.PropertyTypes.DecimalNumberProperty;
    lowConfidence: ComponentFramework.PropertyTypes.DecimalNumberProperty;
    ticketColumns: ComponentFramework.PropertyTypes.StringProperty;
    statusValues: ComponentFramework.PropertyTypes.StringProperty;
    intentValues: ComponentFramework.PropertyTypes.StringProperty;
    priorityValues: ComponentFramework.PropertyTypes.StringProperty;
    sentimentValues: ComponentFramework.PropertyTypes.StringProperty;
    channelValues: ComponentFramework.PropertyTypes.StringProperty;
    teamValues: ComponentFramework.PropertyTypes.StringProperty;
    resolutionKindValues: ComponentFramework.PropertyTypes.StringProperty;
    messageTable: ComponentFramework.PropertyTypes.StringProperty;
    messageColumns: ComponentFramework.PropertyTypes.StringProperty;
    messageDirectionValues: ComponentFramework.PropertyTypes.StringProperty;
    messageAuthorValues: ComponentFramework.PropertyTypes.StringProperty;
    messageStatusValues: ComponentFramework.PropertyTypes.StringProperty;
    tickets: ComponentFramework.PropertyTypes.DataSet;
}
export interface IOutputs {
    selectedTicketId?: string;
    selectedCount?: number;
    lastAction?: string;
}
