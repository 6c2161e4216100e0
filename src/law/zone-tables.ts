/** States, provinces and countries with the time zones they lie in. */

const EASTERN = 'America/New_York';
const CENTRAL = 'America/Chicago';
const MOUNTAIN = 'America/Denver';
const PACIFIC = 'America/Los_Angeles';
const INDIANA = 'America/Indiana/Indianapolis';
const DETROIT = 'America/Detroit';
const BOISE = 'America/Boise';
const PHOENIX = 'America/Phoenix';
const TORONTO = 'America/Toronto';
const WINNIPEG = 'America/Winnipeg';
const EDMONTON = 'America/Edmonton';
const VANCOUVER = 'America/Vancouver';
const HALIFAX = 'America/Halifax';
const REGINA = 'America/Regina';
const ST_JOHNS = 'America/St_Johns';
const LABRADOR = 'America/Goose_Bay';

/** Regions that lie in one zone as a whole. */
export const WHOLE: readonly (readonly [zone: string, regions: string])[] = [
  [
    EASTERN,
    'US-CT US-DC US-DE US-GA US-MA US-MD US-ME US-NC US-NH US-NJ US-NY US-OH US-PA US-RI US-SC US-VA US-VT US-WV',
  ],
  [CENTRAL, 'US-AL US-AR US-IA US-IL US-LA US-MN US-MO US-MS US-OK US-WI'],
  [MOUNTAIN, 'US-CO US-MT US-NM US-UT US-WY'],
  [PACIFIC, 'US-CA US-WA'],
  ['Pacific/Honolulu', 'US-HI'],
  ['America/Puerto_Rico', 'US-PR US-VI'],
  ['Pacific/Guam', 'US-GU US-MP'],
  ['Pacific/Pago_Pago', 'US-AS'],
  [HALIFAX, 'CA-NB CA-NS CA-PE'],
  [WINNIPEG, 'CA-MB'],
  [EDMONTON, 'CA-AB CA-NT'],
  ['America/Whitehorse', 'CA-YT'],
];

interface Split {
  /** every zone somebody in the region may be in */
  readonly zones: readonly string[];
  /** postal prefixes that lie in one zone as a whole; those not named may be in any */
  readonly postal: Readonly<Record<string, string>>;
  /** area codes, likewise */
  readonly areaCodes: Readonly<Record<string, string>>;
}

/**
 * Regions with more than one zone (49 CFR 71; Canada by provincial law). A prefix that a border of zones runs through
 * is named nowhere.
 */
export const SPLIT: Readonly<Record<string, Split>> = {
  'US-FL': {
    zones: [EASTERN, CENTRAL],
    postal: { [EASTERN]: '320-323 326-339 341-342 344 346-347 349', [CENTRAL]: '325' },
    areaCodes: {
      [EASTERN]: '239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954',
    },
  },
  'US-MI': {
    zones: [DETROIT, CENTRAL],
    postal: { [DETROIT]: '480-497' },
    areaCodes: { [DETROIT]: '231 248 269 313 517 586 616 679 734 810 947 989' },
  },
  'US-IN': {
    zones: [INDIANA, CENTRAL],
    postal: { [INDIANA]: '460-462 466-468 470-474 478', [CENTRAL]: '463-464 476-477' },
    areaCodes: { [INDIANA]: '260 317 463 765' },
  },
  'US-KY': {
    zones: [EASTERN, CENTRAL],
    postal: { [EASTERN]: '400-418', [CENTRAL]: '420-424' },
    areaCodes: { [EASTERN]: '502 859' },
  },
  'US-TN': {
    zones: [EASTERN, CENTRAL],
    postal: { [EASTERN]: '374 376-379', [CENTRAL]: '370-372 375 380-385' },
    areaCodes: { [EASTERN]: '865', [CENTRAL]: '615 629 731 901 931' },
  },
  'US-KS': {
    zones: [CENTRAL, MOUNTAIN],
    postal: { [CENTRAL]: '660-662 664-676 679' },
    areaCodes: { [CENTRAL]: '316 913' },
  },
  'US-NE': {
    zones: [CENTRAL, MOUNTAIN],
    postal: { [CENTRAL]: '680-681 683-689', [MOUNTAIN]: '693' },
    areaCodes: {},
  },
  'US-ND': {
    zones: [CENTRAL, MOUNTAIN],
    postal: { [CENTRAL]: '580-584 587' },
    areaCodes: {},
  },
  'US-SD': {
    zones: [CENTRAL, MOUNTAIN],
    postal: { [CENTRAL]: '570-574', [MOUNTAIN]: '577' },
    areaCodes: {},
  },
  'US-TX': {
    zones: [CENTRAL, MOUNTAIN],
    postal: { [CENTRAL]: '733 750-770 772-797', [MOUNTAIN]: '799 885' },
    areaCodes: {
      [CENTRAL]:
        '210 214 254 281 325 346 361 409 430 469 512 621 682 713 726 737 806 817 830 832 903 936 940 945 956 972 979',
      [MOUNTAIN]: '915',
    },
  },
  'US-ID': {
    zones: [BOISE, PACIFIC],
    postal: { [BOISE]: '832-834 836-837', [PACIFIC]: '838' },
    areaCodes: {},
  },
  'US-OR': {
    zones: [PACIFIC, BOISE],
    postal: { [PACIFIC]: '970-978' },
    areaCodes: { [PACIFIC]: '503 971' },
  },
  // the Navajo Nation keeps daylight time, the rest of Arizona does not
  'US-AZ': {
    zones: [PHOENIX, MOUNTAIN],
    postal: { [PHOENIX]: '850-853 855-857 859 863-864' },
    areaCodes: { [PHOENIX]: '480 520 602 623' },
  },
  // Jackpot and West Wendover keep mountain time
  'US-NV': {
    zones: [PACIFIC, MOUNTAIN],
    postal: { [PACIFIC]: '889-891 893-895 897' },
    areaCodes: { [PACIFIC]: '702 725' },
  },
  'US-AK': {
    zones: ['America/Anchorage', 'America/Adak'],
    postal: { 'America/Anchorage': '996-999' },
    areaCodes: {},
  },
  'CA-NL': {
    zones: [ST_JOHNS, LABRADOR],
    postal: {
      [ST_JOHNS]:
        'A0A A0B A0C A0E A0G A0H A0J A0L A0M A0N A1A A1B A1C A1E A1G A1H A1K A1L A1M A1N A1S A1V A1W A1X A1Y A2A A2B A2H A2N A5A A8A',
      [LABRADOR]: 'A0R A2V',
    },
    areaCodes: {},
  },
  // the Magdalen Islands and the Lower North Shore keep Atlantic time
  'CA-QC': {
    zones: [TORONTO, HALIFAX],
    postal: { [TORONTO]: 'G1 G2 G3 G5 G6 G7 G8 G9 H J', [HALIFAX]: 'G4T' },
    areaCodes: { [TORONTO]: '263 354 438 450 468 514 579 819 873' },
  },
  'CA-ON': {
    zones: [TORONTO, WINNIPEG],
    postal: {
      [TORONTO]: 'K L M N P1 P2 P3 P4 P5 P6 P7 P0A P0B P0C P0E P0G P0H P0J P0K P0L P0M P0N P0P P0R P0S',
      [WINNIPEG]: 'P8N P8T P9A P9N P0W P0X',
    },
    areaCodes: {
      [TORONTO]: '226 249 289 343 365 382 387 416 437 460 519 548 613 647 683 705 742 753 905 942',
    },
  },
  // Lloydminster keeps Alberta's time
  'CA-SK': {
    zones: [REGINA, EDMONTON],
    postal: { [REGINA]: 'S4 S6 S7 S2V', [EDMONTON]: 'S9V' },
    areaCodes: {},
  },
  // the Peace and the Kootenays keep mountain time, the former (and Creston) without daylight time
  'CA-BC': {
    zones: [VANCOUVER, EDMONTON, 'America/Dawson_Creek'],
    postal: {
      [VANCOUVER]: 'V2 V3 V4 V5 V6 V7 V8 V9 V0E V0G V0H V0K V0L V0M V0N V0P V0R V0S V0T V0V V0W V0X',
      [EDMONTON]: 'V1A V1C',
      'America/Dawson_Creek': 'V1G V1J',
    },
    areaCodes: { [VANCOUVER]: '604' },
  },
  'CA-NU': {
    zones: ['America/Iqaluit', 'America/Rankin_Inlet', 'America/Cambridge_Bay'],
    postal: {
      'America/Iqaluit': 'X0A',
      'America/Cambridge_Bay': 'X0B',
      'America/Rankin_Inlet': 'X0C',
    },
    areaCodes: {},
  },
};

/** Countries as a whole, where nothing more is known; those with one zone of their own besides. */
export const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  US: [EASTERN, CENTRAL, MOUNTAIN, PHOENIX, PACIFIC, 'America/Anchorage', 'Pacific/Honolulu'],
  CA: [ST_JOHNS, HALIFAX, TORONTO, WINNIPEG, REGINA, EDMONTON, VANCOUVER],
  AT: ['Europe/Vienna'],
  BE: ['Europe/Brussels'],
  CH: ['Europe/Zurich'],
  DE: ['Europe/Berlin'],
  FR: ['Europe/Paris'],
  GB: ['Europe/London'],
  IE: ['Europe/Dublin'],
  IT: ['Europe/Rome'],
  NL: ['Europe/Amsterdam'],
  ZA: ['Africa/Johannesburg'],
};
