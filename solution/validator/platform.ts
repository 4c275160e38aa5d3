/**
 * Tables of every Dataverse environment that solutions commonly refer to (Microsoft's table reference). Tables of
 * Dynamics 365 apps, such as `incident`, are not among them: a solution has to name those as dependencies.
 */
export const PLATFORM_TABLES: ReadonlySet<string> = new Set(
  `account activityfileattachment activitymimeattachment activityparty activitypointer annotation appaction appconfig
  appmodule appmodulecomponent appnotification appointment asyncoperation attachment audit bookableresource bot
  botcomponent bulkdeletefailure bulkdeleteoperation businessunit calendar calendarrule connection connectionreference
  connectionrole connector contact conversationtranscript customapi customcontrol customeraddress duplicaterecord
  duplicaterule email emailsignature entity environmentvariabledefinition environmentvariablevalue fax feedback
  fileattachment flowrun flowsession goal importfile importlog internaladdress knowledgearticle letter mailbox
  mailmergetemplate mobileofflineprofile note organization owner phonecall pluginassembly plugintracelog plugintype
  position post postfollow postregarding postrole principalobjectattributeaccess principalobjectaccess privilege
  processsession processstage processtrigger publisher queue queueitem recentlyused recurringappointmentmaster
  relationship report role savedquery savedqueryvisualization sdkmessage sdkmessageprocessingstep
  sharepointdocument sharepointdocumentlocation sharepointsite sitemap sla slaitem slakpiinstance socialactivity
  socialprofile solution solutioncomponent subject syncerror systemform systemuser task team teammembership template
  territory theme timezonedefinition tracelog transactioncurrency translationprocess userform userquery
  userqueryvisualization usersettings usermapping webresource workflow`
    .trim()
    .split(/\s+/),
);

/** Role templates that every environment has: System Administrator and System Customizer, by which apps are shared in exports. */
export const STOCK_ROLES: ReadonlySet<string> = new Set([
  '627090ff-40a3-4053-8790-584edc5be201',
  '119f245c-3cc8-4b62-b31c-d1a046ced15d',
]);

/** The icon an app has when nobody gave it one. */
export const STOCK_APP_ICON = '953b9fac-1e5e-e611-80d6-00155ded156f';

/** Views of the platform's own tables have ids of this form in every environment. */
export const isStockView = (id: string): boolean => id.startsWith('00000000-0000-0000-00aa-');
