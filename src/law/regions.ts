/** States and provinces: their codes, their names, and which postal codes and area codes belong to them. */

/** Code and name, as addresses spell them. */
const US_NAMES =
  'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|VI Virgin Islands|GU Guam|AS American Samoa|MP Northern Mariana Islands';
const CA_NAMES =
  'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon';
/** Codes and short forms of old that still stand in files. */
const CA_OLD = 'NL NF|NL Newfoundland|NL Labrador|QC PQ|ON Ont|PE PEI|SK Sask|AB Alta|MB Man|QC Que|YT YK';

/** First three digits of ZIP codes (USPS Publication 65); military and federal ones belong to no state. */
const ZIPS: readonly (readonly [state: string, prefixes: string])[] = [
  ['NY', '005 100-149'],
  ['PR', '006-007 009'],
  ['VI', '008'],
  ['MA', '010-027'],
  ['RI', '028-029'],
  ['NH', '030-038'],
  ['ME', '039-049'],
  ['VT', '050-054 056-059'],
  ['CT', '060-069'],
  ['NJ', '070-089'],
  ['PA', '150-196'],
  ['DE', '197-199'],
  ['DC', '200 202-205'],
  ['VA', '201 220-246'],
  ['MD', '206-212 214-219'],
  ['WV', '247-268'],
  ['NC', '270-289'],
  ['SC', '290-299'],
  ['GA', '300-319 398-399'],
  ['FL', '320-339 341-342 344 346-347 349'],
  ['AL', '350-352 354-369'],
  ['TN', '370-385'],
  ['MS', '386-397'],
  ['KY', '400-418 420-427'],
  ['OH', '430-459'],
  ['IN', '460-479'],
  ['MI', '480-499'],
  ['IA', '500-516 520-528'],
  ['WI', '530-532 534-535 537-549'],
  ['MN', '550-551 553-567'],
  ['SD', '570-577'],
  ['ND', '580-588'],
  ['MT', '590-599'],
  ['IL', '600-620 622-629'],
  ['MO', '630-631 633-641 644-658'],
  ['KS', '660-662 664-679'],
  ['NE', '680-681 683-693'],
  ['LA', '700-701 703-708 710-714'],
  ['AR', '716-729'],
  ['OK', '730-731 734-741 743-749'],
  ['TX', '733 750-770 772-799 885'],
  ['CO', '800-816'],
  ['WY', '820-831'],
  ['ID', '832-838'],
  ['UT', '840-847'],
  ['AZ', '850-853 855-857 859-860 863-865'],
  ['NM', '870-871 873-884'],
  ['NV', '889-891 893-895 897-898'],
  ['CA', '900-908 910-928 930-961'],
  ['HI', '967-968'],
  ['OR', '970-979'],
  ['WA', '980-986 988-994'],
  ['AK', '995-999'],
];

const FIRST_LETTERS: Readonly<Record<string, string>> = {
  A: 'NL',
  B: 'NS',
  C: 'PE',
  E: 'NB',
  G: 'QC',
  H: 'QC',
  J: 'QC',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  Y: 'YT',
};

/** North American Numbering Plan, November 2026; 902 and 782 serve two provinces, 867 three territories. */
const AREA_CODES: readonly (readonly [region: string, codes: string])[] = [
  ['US-AL', '205 251 256 334 659 938'],
  ['US-AK', '907'],
  ['US-AZ', '480 520 602 623 928'],
  ['US-AR', '327 479 501 870'],
  [
    'US-CA',
    '209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951',
  ],
  ['US-CO', '303 719 720 748 970 983'],
  ['US-CT', '203 475 860 959'],
  ['US-DE', '302'],
  ['US-DC', '202 771'],
  ['US-FL', '239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941 954'],
  ['US-GA', '229 404 470 478 678 706 762 770 912 943'],
  ['US-HI', '808'],
  ['US-ID', '208 986'],
  ['US-IL', '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872'],
  ['US-IN', '219 260 317 463 574 765 812 930'],
  ['US-IA', '319 515 563 641 712'],
  ['US-KS', '316 620 785 913'],
  ['US-KY', '270 364 502 606 859'],
  ['US-LA', '225 318 337 457 504 985'],
  ['US-ME', '207'],
  ['US-MD', '227 240 301 410 443 667'],
  ['US-MA', '339 351 413 508 617 774 781 857 978'],
  ['US-MI', '231 248 269 313 517 586 616 679 734 810 906 947 989'],
  ['US-MN', '218 320 507 612 651 763 924 952'],
  ['US-MS', '228 471 601 662 769'],
  ['US-MO', '235 314 417 557 573 636 660 816 975'],
  ['US-MT', '406'],
  ['US-NE', '308 402 531'],
  ['US-NV', '702 725 775'],
  ['US-NH', '603'],
  ['US-NJ', '201 551 609 640 732 848 856 862 908 973'],
  ['US-NM', '505 575'],
  ['US-NY', '212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934'],
  ['US-NC', '252 336 472 704 743 828 910 919 980 984'],
  ['US-ND', '701'],
  ['US-OH', '216 220 234 283 326 330 380 419 436 440 513 567 614 740 937'],
  ['US-OK', '405 539 572 580 918'],
  ['US-OR', '458 503 541 971'],
  ['US-PA', '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878'],
  ['US-RI', '401'],
  ['US-SC', '803 821 839 843 854 864'],
  ['US-SD', '605'],
  ['US-TN', '423 615 629 731 865 901 931'],
  [
    'US-TX',
    '210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 915 936 940 945 956 972 979',
  ],
  ['US-UT', '385 435 801'],
  ['US-VT', '802'],
  ['US-VA', '276 434 540 571 686 703 757 804 826 948'],
  ['US-WA', '206 253 360 425 509 564'],
  ['US-WV', '304 681'],
  ['US-WI', '262 274 353 414 534 608 715 920'],
  ['US-WY', '307'],
  ['US-PR', '787 939'],
  ['US-VI', '340'],
  ['US-GU', '671'],
  ['US-MP', '670'],
  ['US-AS', '684'],
  ['CA-AB', '368 403 568 587 780 825'],
  ['CA-BC', '236 250 257 604 672 778'],
  ['CA-MB', '204 431 584'],
  ['CA-NB', '428 506'],
  ['CA-NL', '709 879'],
  ['CA-NS', '782 851 902'],
  ['CA-ON', '226 249 289 343 365 382 387 416 437 460 519 548 613 647 683 705 742 753 807 905 942'],
  ['CA-PE', '782 851 902'],
  ['CA-QC', '263 354 367 418 438 450 468 514 579 581 819 873'],
  ['CA-SK', '306 474 639'],
  ['CA-NT', '867'],
  ['CA-NU', '867'],
  ['CA-YT', '867'],
];

/** `'320-323 326'` spelled out. */
export function prefixesIn(text: string): string[] {
  return text.split(' ').flatMap((part) => {
    const [first = '', last = first] = part.split('-');
    if (!/^\d+$/.test(first)) return [first];
    const from = Number(first);
    return Array.from({ length: Number(last) - from + 1 }, (_, i) =>
      String(from + i).padStart(first.length, '0'),
    );
  });
}

interface Lookups {
  readonly names: ReadonlyMap<string, string>;
  readonly zips: ReadonlyMap<string, string>;
  readonly areaCodes: ReadonlyMap<string, readonly string[]>;
}
let spelledOut: Lookups | null = null;

function lookups(): Lookups {
  if (spelledOut !== null) return spelledOut;
  const names = new Map<string, string>();
  for (const [country, list] of [
    ['US', US_NAMES],
    ['CA', `${CA_NAMES}|${CA_OLD}`],
  ] as const) {
    for (const entry of list.split('|')) {
      const code = entry.slice(0, 2);
      for (const name of [code, entry.slice(3)]) names.set(nameKey(name), `${country}-${code}`);
    }
  }
  const zips = new Map(ZIPS.flatMap(([state, list]) => prefixesIn(list).map((zip) => [zip, `US-${state}`])));
  const areaCodes = new Map<string, string[]>();
  for (const [region, list] of AREA_CODES) {
    for (const code of list.split(' ')) areaCodes.set(code, [...(areaCodes.get(code) ?? []), region]);
  }
  spelledOut = { names, zips, areaCodes };
  return spelledOut;
}

const nameKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();

/** `US-OH` for `OH`, `Ohio`, `oh.`; null when no state or province of the two countries is called so. */
export const regionNamed = (text: string): string | null => lookups().names.get(nameKey(text)) ?? null;

/** The prefix that tells the region: three digits of a ZIP code, or the first half of a Canadian code; null for anything else. */
export function postalPrefix(text: string | null): string | null {
  const code = text?.trim().toUpperCase() ?? '';
  // 00000 and 99999 fill a field that may not stay empty
  const zip = /^(?!(\d)\1{4})(\d{3})\d{2}(?:[- ]?\d{4})?$/.exec(code)?.[2];
  return zip ?? /^([A-CEGHJ-NPR-TVXY]\d[A-Z])[- ]?(?:\d[A-Z]\d)?$/.exec(code)?.[1] ?? null;
}

/** The state or province of such a prefix; null for military, federal and unknown ones. */
export function regionOfPostal(prefix: string): string | null {
  if (/^\d/.test(prefix)) return lookups().zips.get(prefix) ?? null;
  if (prefix.startsWith('X')) return /^X0[ABC]/.test(prefix) ? 'CA-NU' : 'CA-NT';
  const province = FIRST_LETTERS[prefix.slice(0, 1)];
  return province === undefined ? null : `CA-${province}`;
}

/** Where numbers with an area code are given out; none for toll-free and unknown ones. */
export const regionsOfAreaCode = (code: string): readonly string[] => lookups().areaCodes.get(code) ?? [];
