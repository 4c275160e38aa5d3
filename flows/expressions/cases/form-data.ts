import { fails, type SourcedCases } from '../testing/expression-cases';

export const formDataCases: SourcedCases[] = [
  {
    source: 'WDL 6.3 triggerFormDataValue',
    cases: [
      ['the one value', "triggerFormDataValue('name')", 'Ann'],
      ['a field that is not there', "triggerFormDataValue('nope')", null],
      ['more than one value', "triggerFormDataValue('tag')", fails(/found 2 values of 'tag' and expects one/)],
      ['names mind case', "triggerFormDataValue('NAME')", null],
      ['a name must be text', 'triggerFormDataValue(1)', fails(/expects text/)],
    ],
  },
  {
    source: 'Functions reference: triggerFormDataMultiValues',
    cases: [
      ['all values in order', "triggerFormDataMultiValues('tag')", ['a', 'b']],
      ['one value in an array', "triggerFormDataMultiValues('name')", ['Ann']],
      ['none', "triggerFormDataMultiValues('nope')", []],
    ],
  },
  {
    source: 'WDL 6.3 formDataValue',
    cases: [
      ['of an encoded body', "formDataValue('Encoded_form','name')", 'Ann Lee'],
      ['by the display name', "formDataValue('Encoded form','name')", 'Ann Lee'],
      ['of a body in parts', "formDataValue('Parted_form','note')", 'first\r\nsecond'],
      ['JSON in a part is read', "formDataValue('Parted_form','data')?['n']", 5],
      ['of another body', "formDataValue('Call_api','name')", fails(/expects a body of form data/)],
    ],
  },
  {
    source: 'Functions reference: formDataMultiValues',
    cases: [
      ['escapes are resolved', "formDataMultiValues('Encoded_form','tag')", ['a&b', 'c']],
      ['an unknown action', "formDataMultiValues('Nope','tag')", fails(/'Nope'/)],
    ],
  },
  {
    source: 'Functions reference: multipartBody',
    cases: [
      ['text', "multipartBody('Parted_form',0)", 'first\r\nsecond'],
      ['bytes keep their type', "multipartBody('Parted_form',1)?['$content-type']", 'application/octet-stream'],
      ['bytes are base64', "multipartBody('Parted_form',1)?['$content']", 'YWJj'],
      ['beyond the last', "multipartBody('Parted_form',3)", fails(/part 3 of 3/)],
      ['before the first', "multipartBody('Parted_form',-1)", fails(/part -1/)],
      ['of another body', "multipartBody('Encoded_form',0)", fails(/several parts/)],
    ],
  },
  {
    source: 'Functions reference: triggerMultipartBody',
    cases: [['a trigger without parts', 'triggerMultipartBody(0)', fails(/several parts/)]],
  },
];
