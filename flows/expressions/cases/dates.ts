import { fails, type SourcedCases } from '../testing/expression-cases';

export const datesCases: SourcedCases[] = [
  {
    source: 'WDL 6.4 guid, rand, utcNow',
    cases: [
      ['utcNow has seven fraction digits', 'utcNow()', '2026-03-04T05:06:07.0890000Z'],
      ['utcNow with a format', "utcNow('yyyy-MM-dd')", '2026-03-04'],
    ],
  },
  {
    source: 'WDL 6.4 date default format',
    cases: [
      ['default format', "formatDateTime('2018-03-15T13:00:00Z')", '2018-03-15T13:00:00.0000000Z'],
      ['seven digits are kept', "formatDateTime('2018-03-15T13:00:00.1234567Z')", '2018-03-15T13:00:00.1234567Z'],
    ],
  },
  {
    source: 'WDL 6.4 date parsing',
    cases: [
      ['an offset becomes UTC', "formatDateTime('2018-03-15T13:00:00+02:00')", '2018-03-15T11:00:00.0000000Z'],
      ['no zone means UTC', "formatDateTime('2018-03-15T13:00:00')", '2018-03-15T13:00:00.0000000Z'],
      ['American date with time', "formatDateTime('03/15/2018 12:30:00','s')", '2018-03-15T12:30:00'],
      ['American date with afternoon', "formatDateTime('3/5/2018 1:05 PM','s')", '2018-03-05T13:05:00'],
      ['date only', "formatDateTime('2018-03-15','o')", '2018-03-15T00:00:00.0000000Z'],
      ['blank between date and time', "formatDateTime('2018-03-15 13:01:02','s')", '2018-03-15T13:01:02'],
      ['RFC 1123', "formatDateTime('Thu, 15 Mar 2018 13:00:00 GMT','o')", '2018-03-15T13:00:00.0000000Z'],
      ['month by name', "formatDateTime('March 15, 2018','yyyy-MM-dd')", '2018-03-15'],
      ['day-month-year by name', "formatDateTime('15-Mar-2018','yyyy-MM-dd')", '2018-03-15'],
      ['no date is an error', "formatDateTime('soon')", fails(/'soon' is not a date/)],
      ['a day that does not exist is an error', "formatDateTime('2018-02-30')", fails(/not a date/)],
      ['an hour that does not exist is an error', "formatDateTime('2018-02-03T25:00:00Z')", fails(/not a date/)],
      ['null is an error', 'formatDateTime(null)', fails(/expects text/)],
    ],
  },
  {
    source: 'WDL 6.4 date formats',
    cases: [
      ['yyyy-MM-ddTHH:mm:ssZ', "formatDateTime('2018-03-15T13:00:00Z','yyyy-MM-ddTHH:mm:ssZ')", '2018-03-15T13:00:00Z'],
      ['MM/dd/yyyy', "formatDateTime('2018-03-05','MM/dd/yyyy')", '03/05/2018'],
      ['MMMM dd', "formatDateTime('2018-03-05','MMMM dd')", 'March 05'],
      ['d MMMM yyyy', "formatDateTime('2018-03-05','d MMMM yyyy')", '5 March 2018'],
      ['dddd', "formatDateTime('2018-03-05','dddd')", 'Monday'],
      ['ddd', "formatDateTime('2018-03-05','ddd')", 'Mon'],
      ['hh:mm tt', "formatDateTime('2018-03-05T13:07:00Z','hh:mm tt')", '01:07 PM'],
      ['midnight in twelve hours', "formatDateTime('2018-03-05T00:07:00Z','h:mm t')", '12:07 A'],
      ['dd-MMM-yyyy', "formatDateTime('2018-03-05','dd-MMM-yyyy')", '05-Mar-2018'],
      ['yyyyMMddHHmmss', "formatDateTime('2018-03-05T01:02:03Z','yyyyMMddHHmmss')", '20180305010203'],
      ['yy', "formatDateTime('2018-03-05','yy')", '18'],
      ['one fraction digit', "formatDateTime('2018-03-05T00:00:00.1234567Z','s.f')", '0.1'],
      ['capital F drops zeros', "formatDateTime('2018-03-05T00:00:00.1200000Z','ss.FFFFFFF')", '00.12'],
      ['K is Z in UTC', "formatDateTime('2018-03-05','HHK')", '00Z'],
      ['quoted text', "formatDateTime('2018-03-05','''day ''d')", 'day 5'],
      ['an escaped letter', "formatDateTime('2018-03-05','\\dd')", 'd5'],
      ['percent sign before one letter', "formatDateTime('2018-03-05','%d')", '5'],
      ['g', "formatDateTime('2018-03-05T13:07:00Z','g')", '3/5/2018 1:07 PM'],
      ['G', "formatDateTime('2018-03-05T13:07:09Z','G')", '3/5/2018 1:07:09 PM'],
      ['t', "formatDateTime('2018-03-05T13:07:00Z','t')", '1:07 PM'],
      ['T', "formatDateTime('2018-03-05T13:07:08Z','T')", '1:07:08 PM'],
      ['d', "formatDateTime('2018-03-05','d')", '3/5/2018'],
      ['D', "formatDateTime('2018-03-05','D')", 'Monday, March 5, 2018'],
      ['f', "formatDateTime('2018-03-05T13:07:00Z','f')", 'Monday, March 5, 2018 1:07 PM'],
      ['F', "formatDateTime('2018-03-05T13:07:08Z','F')", 'Monday, March 5, 2018 1:07:08 PM'],
      ['m', "formatDateTime('2018-03-05','m')", 'March 5'],
      ['y', "formatDateTime('2018-03-05','y')", 'March 2018'],
      ['o', "formatDateTime('2018-03-05','o')", '2018-03-05T00:00:00.0000000Z'],
      ['u', "formatDateTime('2018-03-05T13:07:08Z','u')", '2018-03-05 13:07:08Z'],
      ['r', "formatDateTime('2018-03-05T13:07:08Z','r')", 'Mon, 05 Mar 2018 13:07:08 GMT'],
      ['s', "formatDateTime('2018-03-05T13:07:08Z','s')", '2018-03-05T13:07:08'],
      ['unknown standard letter is an error', "formatDateTime('2018-03-05','x')", fails(/not a standard date format/)],
      ['Spanish words', "formatDateTime('2018-03-05','dddd d MMMM','es-ES')", 'lunes 5 marzo'],
      ['German long date', "formatDateTime('2018-03-05','D','de-DE')", 'Montag, 5. März 2018'],
      ['British short date', "formatDateTime('2018-03-05','d','en-GB')", '05/03/2018'],
      ['unknown culture is an error', "formatDateTime('2018-03-05','d','xx-YY')", fails(/culture 'xx-YY'/)],
    ],
  },
  {
    source: 'WDL 6.3 parseDateTime',
    cases: [
      ['parseDateTime by culture', "parseDateTime('20/10/2014','fr-FR')", '2014-10-20T00:00:00.0000000Z'],
      [
        'parseDateTime by format',
        "parseDateTime('15-03-2018 14.05','en-US','dd-MM-yyyy HH.mm')",
        '2018-03-15T14:05:00.0000000Z',
      ],
      [
        'parseDateTime with a month name',
        "parseDateTime('martes 20 octubre 2015','es-ES','dddd d MMMM yyyy')",
        '2015-10-20T00:00:00.0000000Z',
      ],
      [
        'parseDateTime of another format is an error',
        "parseDateTime('2018','en-US','dd-MM-yyyy')",
        fails(/date format/),
      ],
    ],
  },
  {
    source: 'WDL 6.4 addDays',
    cases: [
      ['addDays', "addDays('2018-03-15T13:00:00Z',10)", '2018-03-25T13:00:00.0000000Z'],
      ['addDays back', "addDays('2018-03-15T00:00:00Z',-5,'yyyy-MM-dd')", '2018-03-10'],
      ['addDays of a fraction is an error', "addDays('2018-03-15T00:00:00Z',1.5)", fails(/expects an integer/)],
      ['addToTime clamps the month', "addToTime('2018-01-31T00:00:00Z',1,'Month','yyyy-MM-dd')", '2018-02-28'],
      ['addToTime in a leap year', "addToTime('2016-02-29T00:00:00Z',1,'Year','yyyy-MM-dd')", '2017-02-28'],
      ['addToTime by weeks', "addToTime('2018-01-01T00:00:00Z',2,'Week','D')", 'Monday, January 15, 2018'],
      ['subtractFromTime', "subtractFromTime('2018-01-02T00:00:00Z',1,'Day')", '2018-01-01T00:00:00.0000000Z'],
      [
        'subtractFromTime by months over the year',
        "subtractFromTime('2018-01-31T00:00:00Z',2,'Month','yyyy-MM-dd')",
        '2017-11-30',
      ],
      ['an unknown unit is an error', "addToTime('2018-01-01T00:00:00Z',1,'Fortnight')", fails(/unit 'Fortnight'/)],
      ['a year beyond 9999 is an error', "addToTime('9999-12-31T00:00:00Z',1,'Day')", fails(/0001 to 9999/)],
    ],
  },
  {
    source: 'WDL 6.3 addHours',
    cases: [['addHours', "addHours('2018-03-15T23:00:00Z',2,'s')", '2018-03-16T01:00:00']],
  },
  {
    source: 'WDL 6.3 addMinutes',
    cases: [['addMinutes', "addMinutes('2018-03-15T00:00:00Z',90,'HH:mm')", '01:30']],
  },
  {
    source: 'WDL 6.3 addSeconds',
    cases: [['addSeconds', "addSeconds('2018-03-15T00:00:00Z',-1,'s')", '2018-03-14T23:59:59']],
  },
  {
    source: 'WDL 6.3 getFutureTime',
    cases: [['getFutureTime', "getFutureTime(2,'Day','yyyy-MM-dd')", '2026-03-06']],
  },
  {
    source: 'WDL 6.3 getPastTime',
    cases: [['getPastTime', "getPastTime(1,'Week','yyyy-MM-dd')", '2026-02-25']],
  },
  {
    source: 'WDL 6.3 startOfDay',
    cases: [['startOfDay', "startOfDay('2018-03-15T13:30:30Z')", '2018-03-15T00:00:00.0000000Z']],
  },
  {
    source: 'WDL 6.3 startOfHour',
    cases: [['startOfHour', "startOfHour('2018-03-15T13:30:30.5555555Z')", '2018-03-15T13:00:00.0000000Z']],
  },
  {
    source: 'WDL 6.3 startOfMonth',
    cases: [['startOfMonth', "startOfMonth('2018-03-15T13:30:30Z','yyyy-MM-dd')", '2018-03-01']],
  },
  {
    source: 'WDL 6.4 dayOfWeek',
    cases: [['dayOfWeek counts from Sunday', "dayOfWeek('2018-03-18')", 0]],
  },
  {
    source: 'WDL 6.3 dayOfMonth',
    cases: [['dayOfMonth', "dayOfMonth('2018-03-15T13:27:36Z')", 15]],
  },
  {
    source: 'WDL 6.3 dayOfYear',
    cases: [['dayOfYear', "dayOfYear('2018-03-15T13:27:36Z')", 74]],
  },
  {
    source: 'WDL 6.4 ticks',
    cases: [
      ['ticks', "ticks('2018-03-15T13:00:00Z')", 636567156000000000n],
      ['ticks of the first moment', "ticks('0001-01-01T00:00:00Z')", 0],
    ],
  },
  {
    source: 'WDL 6.3 dateDifference',
    cases: [
      ['dateDifference', "dateDifference('2015-02-08','2018-07-30')", '1268.00:00:00'],
      [
        'dateDifference within a day',
        "dateDifference('2018-07-30T08:00:00Z','2018-07-30T09:01:02.5Z')",
        '01:01:02.5000000',
      ],
      ['dateDifference backwards', "dateDifference('2018-07-31','2018-07-30')", '-1.00:00:00'],
    ],
  },
  {
    source: 'WDL 6.4 convertTimeZone',
    cases: [
      [
        'convertFromUtc in winter',
        "convertFromUtc('2018-01-01T08:00:00Z','Pacific Standard Time')",
        '2018-01-01T00:00:00.0000000',
      ],
      [
        'convertFromUtc in summer',
        "convertFromUtc('2018-07-01T08:00:00Z','Pacific Standard Time')",
        '2018-07-01T01:00:00.0000000',
      ],
      [
        'convertFromUtc with a format',
        "convertFromUtc('2018-01-01T08:00:00Z','Pacific Standard Time','D')",
        'Monday, January 1, 2018',
      ],
      ['convertFromUtc to UTC keeps Z', "convertFromUtc('2018-01-01T08:00:00Z','UTC')", '2018-01-01T08:00:00.0000000Z'],
      [
        'convertToUtc in winter',
        "convertToUtc('01/01/2018 00:00:00','Pacific Standard Time')",
        '2018-01-01T08:00:00.0000000Z',
      ],
      [
        'convertToUtc in summer',
        "convertToUtc('2018-07-01T00:00:00','Pacific Standard Time')",
        '2018-07-01T07:00:00.0000000Z',
      ],
      [
        'the repeated hour means standard time',
        "convertToUtc('2018-11-04T01:30:00','Pacific Standard Time')",
        '2018-11-04T09:30:00.0000000Z',
      ],
      [
        'the skipped hour moves forward',
        "convertToUtc('2018-03-11T02:30:00','Pacific Standard Time')",
        '2018-03-11T10:30:00.0000000Z',
      ],
      [
        'convertTimeZone',
        "convertTimeZone('2018-01-01T00:00:00Z','UTC','Pacific Standard Time')",
        '2017-12-31T16:00:00.0000000',
      ],
      [
        'convertTimeZone across continents',
        "convertTimeZone('2018-07-01T12:00:00','W. Europe Standard Time','India Standard Time','t')",
        '3:30 PM',
      ],
      ['southern summer', "convertFromUtc('2018-01-01T00:00:00Z','AUS Eastern Standard Time','HH:mm')", '11:00'],
      [
        'a half-hour zone',
        "convertFromUtc('2018-01-01T00:00:00Z','Newfoundland Standard Time','s')",
        '2017-12-31T20:30:00',
      ],
      ['ids compare without case', "convertFromUtc('2018-01-01T08:00:00Z','pacific standard time','HH')", '00'],
      [
        'an unknown zone is an error',
        "convertFromUtc('2018-01-01T08:00:00Z','Middle Earth Time')",
        fails(/'Middle Earth Time'/),
      ],
    ],
  },
];
