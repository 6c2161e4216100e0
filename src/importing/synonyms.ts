/** Which field a header names: a broad list of spellings, and the roles (buyer, co-buyer, trade-in, salesperson) before them. */

import { type Field, headerKey, type PartyField } from './fields.ts';

/** Spellings of a person's fields, without the role in front. */
const PARTY: Readonly<Partial<Record<PartyField, string>>> = {
  deceased: 'deceased|is deceased|deceased flag|deceased y n|deceased date|date deceased|date of death',
  customer_number:
    'customer number|customer no|customer nbr|customer num|customer id|customer code|customer key|cust no|cust id|cust num|cust number|cust|number|no|id|client id|client no|client number|buyer id|buyer number|name rec id|account number|acct no|account no|customer uuid|crm id|contact id|guest id|nr client|cod client|numero client|no client|kundennummer|kunden nr|numero cliente|cliente id',
  full_name:
    'full name|name|name 1|customer name|customer full name|cust name|client name|client|customer|buyer|buyer name|purchaser|purchaser name|sold to|sold to name|bill to|bill to name|owner|owner name|guest|guest name|contact name|contact|display name|applicant|applicant name|customer 1|customer name 1|primary buyer|nom du client|nom client|acheteur|nom complet|client cf contr vanz|nume client|cumparator|kunde|kaufer|kundenname|kundename|cliente|comprador|nombre completo|nombre del cliente|nombre cliente',
  title: 'title|salutation|prefix|mr mrs|courtesy title|name prefix|titre|civilite|anrede|titulo|titel',
  first_name:
    'first name|first|fname|f name|first nm|given name|given|forename|fst name|cfstname|prenom|prenume|vorname|nombre|nombres|primer nombre',
  middle_name:
    'middle name|middle|mid name|middle initial|mi|m i|mname|mid init|initial|middle init|deuxieme prenom|segundo nombre',
  last_name:
    'last name|last|lname|l name|last nm|surname|family name|lst name|clstname|nom de famille|nom|nume|nume de familie|nachname|apellido|apellidos|primer apellido',
  suffix: 'suffix|name suffix|generation|suffixe',
  company:
    'company|company name|business|business name|organization|organisation|organization name|firm|firm name|dba|corporate name|entity name|societe|nom entreprise|raison sociale|firma|unternehmen|empresa|razon social|companie',
  business_flag:
    'individual business flag|business flag|company flag|cust or company code|is business|is company|individual business|individual or business|customer class|party type|entity type|commercial flag|business indicator',
  street:
    'address|address 1|address line 1|addr|addr 1|street|street address|street 1|mailing address|home address|address line|adresse|adresse 1|rue|strasse|direccion|adresa|street name',
  street_2: 'address 2|address line 2|addr 2|street 2|apt|unit number|suite|apartment|adresse 2',
  city: 'city|town|city name|ville|municipality|ort|stadt|ciudad|localitate|oras|locality|suburb',
  region:
    'state|province|region|prov|st|state province|state prov|state code|province code|county state|estado|provincia|bundesland|judet',
  postal_code:
    'zip|zip code|zipcode|postal code|post code|postcode|postal|zip or postal code|zip postal|zip postal code|zip 5|code postal|plz|codigo postal|cod postal|cp',
  country: 'country|country code|pays|land|pais|tara',
  home_phone:
    'home phone|phone home|home|home ph|home tel|home telephone|home phone number|home number|phone h|h phone|hphone|res phone|residence phone|evening phone|eve phone|telephone number|tel domicile|telephone domicile|telephone maison|telefono casa|home no|phone residence|home phone no',
  cell_phone:
    'cell phone|cell|mobile|mobile phone|mobile number|mobile no|phone cell|phone mobile|cell number|cell phone number|cellular|cellular phone|phone c|c phone|cphone|cellphone|mobile telephone|mobile phone number|cell no|wireless|text number|sms|cell ph|cel|telephone cellulaire|cellulaire|portable|tel portable|mobil|handy|celular|movil|telefono movil|telefon mobil|mobile tel',
  work_phone:
    'work phone|work|bphone|b phone|bus ph|biz phone|business phone|bus phone|office phone|phone work|phone business|work number|work ph|work phone number|phone b|phone w|w phone|wphone|day phone|daytime phone|company phone|office|business phone number|work tel|telephone travail|tel travail|telephone bureau|telefono trabajo',
  phone:
    'phone|phone number|telephone|tel|phone no|phone 1|primary phone|main phone|contact phone|phone number 1|contact number|best phone|preferred phone|primary phone number|telephone no|ph|phone num|default phone|contact phone number|numero de telephone|telefon|telefono|telephone 1|phones',
  work_extension:
    'work extension|work ext|ext|extension|phone ext|business ext|work phone ext|phone extension|business phone ext',
  email:
    'email|e mail|email address|e mail address|email 1|primary email|mail to|email addr|e mail 1|email address 1|email primary|contact email|contact email address|personal email|emailaddress|courriel|adresse courriel|correo|correo electronico|email home|home email|adresa email|mail',
  birthday:
    'birthday|birth date|birthdate|date of birth|dob|born|bday|b day|date birth|date de naissance|naissance|geburtsdatum|fecha de nacimiento|data nasterii|d o b',
  do_not_contact:
    'opt out|opted out|optout|do not contact|dnc all|no contact|do not solicit|dns|opt out all|do not contact flag|opt out flag|unsubscribed|do not market|no marketing|global opt out|suppress|solicitation opt out|privacy flag|privacy opt out|ne pas contacter|nicht kontaktieren|no contactar|do not contact customer|exclude from marketing|marketing opt out|dnc status',
  do_not_call:
    'block phone|do not call|dnc|no call|no phone|do not phone|phone opt out|opt out phone|call opt out|opt out call|do not call flag|dnc flag|phone optout|donotcall|no calls|block calls|ne pas appeler|nicht anrufen|no llamar|suppress phone|do not call list|phone dnc|telemarketing opt out|no solicit calls',
  do_not_text:
    'block text|do not text|text opt out|sms opt out|opt out text|opt out sms|no text|no sms|block sms|do not sms|dnt',
  do_not_email:
    'block email|do not email|email opt out|opt out email|no email|email optout|dne|suppress email|email unsubscribed|do not e mail|unsubscribe email|block e mail',
  do_not_mail:
    'block mail|do not mail|mail opt out|opt out mail|no mail|dnm|suppress mail|do not direct mail|direct mail opt out|block postal mail',
  may_contact:
    'ok to contact|allow contact|may contact|can contact|contact allowed|contact consent|marketing consent|marketing opt in|opt in|optin|consent|gdpr consent|allow marketing|contactable|consent to contact|marketing allowed|opted in|consentement|allow solicitation|marketing permission',
  may_call:
    'ok to call|okay to call|allow phone|allow call|allow calls|may call|can call|phone opt in|phone optin flag|phone optin|call opt in|allow contact by phone|phone consent|call consent|opt in phone|contact by phone|phone allowed|calls allowed|phone ok|tel consent|phone permission|telephone consent',
  may_text:
    'ok to text|allow text|allow sms|may text|can text|text opt in|sms opt in|text optin flag|allow contact by text|text consent|sms consent|contact by text|contact by sms|opt in text|opt in sms|sms allowed|sms permission',
  may_email:
    'ok to email|allow email|may email|can email|email opt in|email optin flag|email optin|allow contact by email|email consent|contact by email|opt in email|email allowed|email permission',
  may_mail:
    'ok to mail|allow mail|may mail|mail opt in|mail optin flag|allow contact by mail|mail consent|contact by mail|opt in mail|allow contact by postal|post consent|contact by post|mail permission',
};

/** Spellings of everything that is no person's field. */
const OTHERS: Readonly<Partial<Record<Field, string>>> = {
  lease: 'lease|leased|is lease|is leased|lease flag|lease y n|lease ind|lease indicator',
  lease_term: 'lease term|lease months|lease term months|term of lease|lease mos',
  lease_payment: 'lease payment|lease pmt|lease payment amount|monthly lease payment',
  store:
    'store|store number|store name|store id|store code|store no|branch|branch code|branch name|location|location name|location id|dealer|dealer id|dealer code|dealer number|dealer name|dealership|dealership name|dealership id|dv dealer id|cmf|rooftop|site|site id|company number|company no|dlrnumbr|dlrloctn|franchise store|succursale|concession|sucursal|codul de dealer|ro store|company id|cora acct id|dealer no',
  area: 'area number',
  deal_number:
    'deal number|deal no|deal nbr|deal num|deal id|deal|deal key|contract number|contract no|contract id|contract|invoice number|invoice no|invoice|order number|order no|agreement number|agreement no|transaction number|transaction id|transaction no|sale number|sale id|sale no|sales order|sales order number|sales order no|sales order nbr|sold id|bill of sale|bill of sale number|jacket number|deal jacket|deal folder|nr dos|numar dosar|no de contrat|numero de contrat|no contrat|numero de transaction|no de transaction|no transaction|vertragsnummer|auftragsnummer|rechnungsnummer|numero de contrato|contrato|no de dossier|deal jacket number|fi deal number|f i deal number|rdr number|washout number|ro deal number|sales agreement number|dms deal number|dms deal id',
  version:
    'fin invoice id|status change date|last modified date|last modified|modified date|modified on|updated on|updated at|last updated|last update|date modified|change date|last change date|deal version|revision|row version',
  status:
    'deal status|status|deal state|fi wip status code|stage|stage name|stagename|sale status|contract status|deal stage|stare dos|statut|estado de venta|deal status code|deal status description|sold status|status code|status desc|status description|sale stage|vertragsstatus|deal posting status|accounting status|ro status|repair order status|appointment status|appt status|job status',
  completed:
    'completed|is sold|sold flag|issold|finalized flag|closed flag|posted flag|delivered flag|is delivered|is finalized|is complete|is closed',
  quote: 'quote|is quote|quote flag',
  unwound:
    'unwind flag|unwound|unwind|is unwound|cancelled|canceled|is cancelled|cancelled flag|void flag|voided|is void|reversed|unwound flag|is deleted|deleted',
  sale_class:
    'sale class|ret whl|retail whl|retail wholesale flag|ret whsl|r w|sale category|sales category|customer type|cust type|sale channel|sales channel|channel|sold as|retail wholesale|sale kind|business line|sales type code|category|vehicle use type',
  deal_type:
    'deal type|payment type|paymenttype|finance type|fin type|financing type|payment method|pay type desc|purchase type|contract type|cash finance lease|cash fin lse|cash fin lease|c f l|cfl|deal category|type de transaction|lease finance cash|f l c|finance method|funding type|type of financing|method of payment|deal finance type|mode de paiement|type de financement|transaction type|record type|rec type|finance option|finance category|lease or retail|retail lease|lease retail|finanzierungsart|zahlungsart|forma de pago|deal class',
  condition:
    'new used|cond|n u|nu|new or used|newused|condition|veh condition|vehicle condition|stock type|inventory type|inv type|vehicle type|veh type|new used flag|unit type|unit condition|sold vehicle status|new used code|n u c|nuc|nu code|fi deal type|new used cpo|vehicle status new used|neuf usage|neuf occasion|neu gebraucht|nuevo usado|nou rulat|used new|n or u|new used type|type n u|new preowned|new used certified|vehicle class new used|used',
  sold_on:
    'sale date|sales date|sold date|date sold|sold on|sold|deal date|contract date|contract dt|sale dt|sold dt|date of sale|purchase date|purchased|purchased on|purchase dt|purchsdt|contract signing date|signed date|signing date|date of purchase|close deal date|closed deal date|finalized date|finance date|booked date|accounting date|invoice date|transaction date|business date|agreement date|order close date|date|data contr vanzare|date de vente|date vente|date du contrat|date contrat|date achat|verkaufsdatum|vertragsdatum|kaufdatum|rechnungsdatum|fecha de venta|fecha venta|fecha contrato|fecha|datum|data vanzarii|date facture|agreement start date|posted date|deal close date|sold day|close date sale|posting date|deal closed date|closing date|date closed|contracted on|contract day|closed date deal|deal finalized date|order date|sales order date|date of order',
  delivered_on:
    'delivery date|delivered date|date delivered|delivered on|delivered|delivery dt|delivery|delivery day|deliverydt|deliv date|delvry date|del date|handover date|handover|pickup date|taken delivery|data livrarii|date de livraison|date livraison|auslieferungsdatum|lieferdatum|ubergabe|fecha de entrega|fecha entrega|in service date delivered|customer delivery date|actual delivery date',
  vin: 'vin|vin number|vin no|vehicle identification number|full vin|vin 17|serial|serial number|serial no|chassis number|chassis no|chassis|chassisno|hin|veh vin|vehicle vin|vin code|v i n|niv|no de serie|numero de serie|fin|fahrgestellnummer|fahrgestell nr|fahrzeug ident nr|fahrzeugidentnummer|bastidor|numero de bastidor|serie sasiu|vin sold|sold vin|vehicle serial no vin|serial no vin|vehicle vin no|vehicle id number|unit vin|no serie',
  stock_number:
    'stock number|stock no|stock|stock num|stock id|stk|stk no|stk number|stk num|stocknumber|stockno|stock nbr|inventory number|inventory no|unit number|unit no|inv no|veh stock|vehicle stock number|no de stock|no stock|numero de stock|no inventaire|lagernummer|numero de inventario|stoc|control number|inventory id',
  year: 'year|model year|yr|veh year|vehicle year|my|vehicle yr|model yr|veh yr|annee|annee modele|modelljahr|baujahr|ano|an fabricatie|year model|sold year|unit year|mod year',
  make: 'make name|make|make code|brand|manufacturer|mfr|mfg|veh make|vehicle make|model brand|modelbrd|marque|marke|marca|make desc|make description|franchise|division|oem',
  model:
    'model name|model|model desc|model description|carline|car line|veh model|vehicle model|model line|modelcod|modele|modell|modelo|vehicle model name|bike model|model code name|unit model|series model|model no',
  trim: 'trim|trim level|trim name|series|sub model|submodel|style|body style|version trim|vehicle trim|finition|ausstattung',
  vehicle:
    'vehicle|vehicle description|vehicle desc|veh desc|veh description|veh|car|unit|unit description|year make model|ymm|yr make model|year make model trim|description|vehicle sold|car sold|unit sold|vehicule|fahrzeug|vehiculo|ymmt|purchased vehicle',
  plate:
    'plate|license plate|license plate number|licence plate|plate number|registration number|registration|reg no|regno|vrm|reg|tag|tag number|license|plaque|immatriculation|kennzeichen|matricula|license no|lic plate',
  odometer:
    'odometer|odom|odometer reading|odom reading|mileage|miles|vehicle mileage|delivery mileage|sale mileage|mileage at sale|odometer at sale|sold odometer|miles at sale date|kms|kilometers|km|kilometrage|kilometerstand|kilometraje|mileage in|ro mileage|odometer in|veh mileage|sold mileage|odo|in mileage|miles in|rulaj|current mileage|appointment mileage|mileage out sold|delivery odometer|delivery miles|odometer km|odometer miles',
  term: 'term|num pmts|nbr pmts|no pmts|number of pmts|pmts|nb paiements|term months|terms|months|term mo|term in months|contract term|loan term|lease term|finance term|number of payments|no of payments|num payments|payments|num of payments|nbr of payments|duration|mos|term length|terme|duree|duree mois|laufzeit|plazo|plazo meses|term mos|amortization|nr payments|payment count|financing term',
  term_frequency:
    'payment frequency|frequency|freq|frequence|pmt freq|pay frequency|payments per year|pmt frequency|payment freq|paymt frequency|pymt frequency|term frequency|payment period|frequence de paiement',
  first_payment_on:
    'first pmt due|first pay|first payment date|first pay date|first payment|first payment due|first pmt date|first pmt due date|1st payment date|1st pmt date|1st pmt|first pay dt|first payment on|date premier paiement|date du premier paiement|payment start date|first due date|first pmt',
  last_payment_on:
    'last payment date|last pay date|last payment|final payment date|last pmt date|final pay date|date dernier paiement',
  days_to_first_payment: 'days to first|days to first payment|days to first pmt',
  lease_end_on:
    'lease end|lease end date|lease maturity|lease maturity date|lease expiration|lease expiration date|lease expiry|lease termination|lease termination date|lease term end|lease mat date|scheduled lease end|fin de location|date fin de location|leasingende|leasing end|lease expires|lease exp date|date fin location',
  loan_end_on:
    'loan end|loan end date|loan maturity|loan maturity date|payoff date|loan payoff date|finance end|finance end date|finance maturity date|loan expiration|retail maturity date',
  contract_end_on:
    'contract end|contract end date|agreement end date|maturity date|maturity|end date|end of term|end of term date|term end|term end date|contract maturity date|contract expiration|expiry date|expiration date|fin de contrat|date de fin|vertragsende|fecha fin de contrato|contract expiry date|contract expires|fin du terme',
  payment:
    'payment|payment amt|payment amount|monthly payment|monthly pmt|pmt|monthly pay|lease payment|base payment|pmt amt|payment per month|loan payment|paiement|paiement mensuel|mensualite|rate monatlich|mensualidad|pymt',
  amount_financed:
    'amount financed|amt financed|finance amt|finance amount|financed amount|amount fin|loan amount|amtfinanced|amt fin|montant finance|total financed|unpaid balance|principal|balance financed',
  apr: 'apr|rate|interest rate|sell rate|int rate|annual rate|entered rate|interest|taux|taux interet|zinssatz|tasa|finance rate|apr pct|customer rate|contract rate',
  lender:
    'lender|bank|bank name|lender name|lienholder|lien holder|lien holder name|lienholder name|finance company|finance source|finance co|fin co|short bank name|financial institution|funding source|leasing company|lessor|finance institution|lending source|preteur|banque|institution financiere|banco|fin source|bank desc|financed by|finance bank',
  salesperson_1_share:
    'split|split pct|split percent|split percentage|share pct|share percent|deal share|credit pct',
  remarks:
    'remarks|remark|notes|note|comments|comment|memo|customer notes|customer comments|special instructions|contact notes|sale comments|deal notes',
  trade_vin_1:
    'trade vin|trade 1 vin|trade in vin|trade in 1 vin|trade vin 1|trade in vin 1|tradein vin|trade1 vin|ti vin|trade vin number|vin trade|vin trade in|trade 1 vin number|vin echange|trade vehicle vin|trade in vehicle vin|first trade vin',
  trade_vin_2: 'trade 2 vin|trade in 2 vin|trade vin 2|trade in vin 2|trade2 vin|second trade vin',
  trade_vin_3: 'trade 3 vin|trade in 3 vin|trade vin 3|trade in vin 3',
  repair_order_number:
    'ro number|ro no|ro|ro num|repair order|repair order number|repair order no|job card number|job card|job number|work order|work order number|wo number|ronumber|invoice ro|ro nbr|service order|service order number|bon de travail|auftragsnr werkstatt|orden de reparacion|ro id|repair order id',
  appointment_number:
    'appointment number|appointment no|appt no|appt number|appt id|appointment id|appointment|booking number|booking id|reservation number|appt num|booking reference|booking ref',
  opened_on:
    'open date|opened|opened on|ro open date|ro date|ro create date|date opened|date in|ro opened|check in date|write up date|arrival date|service date|ro created|open dt|opened date',
  closed_on:
    'close date|closed|closed on|ro close date|closed date|date closed ro|cashier date|cashiered date|completed date|ro closed|date out|close dt|final close date|ro closed date|invoice close date|completion date',
  voided_on: 'voided date|void date|date voided|ro void date',
  odometer_out: 'mileage out|odometer out|miles out|out mileage|km out',
  advisor:
    'service advisor|service advisor name|advisor|advisor name|adv name|service writer|service writer name|writer|sa name|advisor full name|service consultant|conseiller|serviceberater',
  op_codes:
    'operation codes|operation code|op code|op codes|opcode|opcodes|labor op|labor op code|labor ops|job title|operation|services|service codes|job codes|concern codes|op code list|labor operation',
  pay_types:
    'operation sale types|pay type|pay types|paytype|sale types|labor type|labor types|job warranty|pay code|payment types|line pay type',
  appointment_on:
    'appointment date|appt date|appt dt|booking date|scheduled date|vhc date|date of appointment|appointment on|appointment day|reservation date|apptdate|booked for|scheduled on|appointment datetime|appointment date time|appt datetime|date rendez vous|date rdv',
  appointment_time: 'appointment time|appt time|booking time|scheduled time|arrival time|appt tm|heure|time',
  waiting:
    'waiting flag|waiting|waiter|is waiting|wait|waiter flag|waiter drop off|wait drop|transport type|transportation',
};

const BUYER =
  /^(?:sellto|billto|soldto)?(?:customer|cust|client|buyer|purchaser|primary|applicant|guest|contact|consumer|owner|acheteur|kunde|cliente|sellto|billto|soldto)(?:1|one)?/;
const CO_BUYER =
  /^(?:cobuyer|cocustomer|cocust|coapplicant|coborrower|cosigner|coowner|copurchaser|secondarybuyer|secondbuyer|buyer2|customer2|cust2|applicant2|jointbuyer|spouse|joint|coacheteur|co)/;
const CO_BUYER_ALONE =
  /^(?:cobuyer|coapplicant|coborrower|cocustomer|cosigner|coowner|copurchaser|buyer2|customer2|spouse)(?:name)?$/;
const TRADE = /^(?:trade|tradein|ti)\d?/;
const VEHICLE = /^(?:vehicle|veh|unit|car|sold|purchased|auto|inventory)/;

/** Spellings that name a salesperson; the number may stand before, inside or behind. */
const SALESPERSON =
  /^(?:(first|second|third|primary|secondary|split|1st|2nd|3rd|main|lead)?)(?:crmsp|crmsalesperson|salesperson|salespersons|salespeople|salesman|salesmen|salesrep|salesreps|salesrepresentative|salesconsultant|salesassociate|salesagent|salesadvisor|salesassoc|salesemployee|salesprofessional|salesexec|salesexecutive|salesguy|salesteam|salesmember|productspecialist|consultant|slsperson|slsman|slsp|slsprsn|slspers|assnslsperson|salesno|salesnumber|soldby|seller|sellers|sp|sm|rep|agent|associate|employee|vendeur|vendeuse|representant|conseillervente|verkaufer|berater|vendedor|asesor|vanzator|csr)(first|second|third|one|two|three)?([1-9])?(.*)$/;
const ORDINALS: Readonly<Record<string, number>> = {
  '': 1,
  first: 1,
  primary: 1,
  main: 1,
  lead: 1,
  '1st': 1,
  one: 1,
  second: 2,
  secondary: 2,
  split: 2,
  '2nd': 2,
  two: 2,
  third: 3,
  '3rd': 3,
  three: 3,
};
const NAME_PART =
  /^(?:name|fullname|nm|nom|nume|naam|firstname|first|desc|displayname|lastfirst|firstlast)?$/;
const LAST_NAME_PART = /^(?:lastname|last|lname|surname)$/;
const CODE_PART =
  /^(?:id|no|nbr|num|number|code|key|empno|employeeid|employeenumber|empid|initials|employeeno)$/;
const SHARE_PART =
  /^(?:split|share|pct|percent|percentage|credit|salecredit|splitpct|splitpercent|creditpct|creditpercent|units|unitcredit|unit|salessplit|creditshare)$/;

/** Words that mark a column as something a person or a sale is not called by. */
const NOT_A_SALESPERSON =
  /manager|mgr|finance|fimgr|closer|closing|coordinator|coord|bdc|desk|gsm|fandi|fni|director|commission|spiff|gross|phone|email/;

interface Spelling {
  readonly field: Field;
  /** place in the list of its field: earlier spellings are the better evidence */
  readonly rank: number;
}

const tableOf = (spellings: Readonly<Partial<Record<string, string>>>): ReadonlyMap<string, Spelling> => {
  const table = new Map<string, Spelling>();
  for (const [field, names] of Object.entries(spellings)) {
    (names ?? '').split('|').forEach((name, rank) => {
      const key = headerKey(name);
      if (!table.has(key)) table.set(key, { field: field as Field, rank });
    });
  }
  return table;
};
const PARTY_TABLE = tableOf(PARTY);
const OTHERS_TABLE = tableOf(OTHERS);

/** Person spellings too short or too general to stand alone without a role in front. */
const NEEDS_ROLE = new Set(['number', 'no', 'id', 'land', 'cust']);

/** A spelling with a role in front is weaker evidence than any that stands in the list as it is. */
const WITH_ROLE = 1000;

/** What a header is most likely to name, and how good the evidence is (lower `rank` = better); null when nothing fits. */
export function fieldOfHeader(header: string): Spelling | null {
  const spelled = headerKey(header.replaceAll('#', ' no ').replaceAll('%', ' pct '));
  return fieldOfKey(spelled) ?? fieldOfKey(headerKey(header));
}

function fieldOfKey(key: string): Spelling | null {
  if (key === '') return null;
  const listed = OTHERS_TABLE.get(key) ?? (NEEDS_ROLE.has(key) ? undefined : PARTY_TABLE.get(key));
  if (listed) return listed;
  if (/^vin|vin$/.test(key) && key.length <= 24 && !TRADE.test(key) && !key.includes('explosion')) {
    return { field: 'vin', rank: WITH_ROLE };
  }
  const consent = consentField(key);
  if (consent) return { field: consent, rank: WITH_ROLE };
  const coBuyer = coBuyerField(key);
  if (coBuyer) return coBuyer;
  const salesperson = salespersonField(key);
  if (salesperson) return { field: salesperson, rank: 0 };
  const phone = /^(.*(?:phone|cell|mobile|tel|telephone))(?:no|nbr|num|number)$/.exec(key)?.[1];
  if (phone !== undefined) return fieldOfKey(phone);
  const buyer = withoutRole(key, BUYER);
  const buyerField = buyer === null ? undefined : PARTY_TABLE.get(buyer);
  if (buyerField) return { field: buyerField.field, rank: WITH_ROLE + buyerField.rank };
  if (TRADE.test(key)) return null;
  const spelledOut = spellOut(key);
  if (spelledOut !== key) return fieldOfKey(spelledOut);
  const vehicle = withoutRole(key, VEHICLE);
  const vehicleField = vehicle === null ? undefined : OTHERS_TABLE.get(vehicle);
  return vehicleField ? { field: vehicleField.field, rank: WITH_ROLE + vehicleField.rank } : null;
}

const REFUSES =
  /dnc|dnm|donot|dont|optout|optedout|optsout|block|restrict|unsub|suppress|nosolicit|nocontact|nocall|notext|noemail|nomail|nophone|declin|refus/;
const PERMITS =
  /ok$|okay|okto|allow|permi|consent|optin|optedin|accept|agree|^may|^can(?!c|a)|subscri|^gdpr$|^marketing$|solicit$|contactable|preference$|commpref|contactmethod$|^call$/;
/** Words that make it a remark on a consent, or something else altogether. */
const NO_CONSENT =
  /date|time|source|user|by$|miles|mileage|fee|amount|value|payment|price|reason|until|resident/;
/** `phone` and the like name the channel only beside a word of refusal or permission. */
const CHANNELS: readonly (readonly [RegExp, 'call' | 'text' | 'email' | 'mail'])[] = [
  [/text|sms/, 'text'],
  [/email|courriel|correo/, 'email'],
  [/call|phone|tel|cell|mobile|home|dnc|tcpa|voice|appel/, 'call'],
  [/mail|post|letter|dnm/, 'mail'],
];

/**
 * A column about what the customer allows, however it is put: "Cell Phone Opt Out", "Permission to Call", "TCPA Consent".
 * Reading one as nothing would lose a wish that the law protects.
 */
function consentField(key: string): Field | null {
  const refuses = REFUSES.test(key);
  // the day of a refusal is a refusal, the day of a consent may be long past
  const remark = refuses ? key.replace(/date|time|reason/g, '') : key;
  if (NO_CONSENT.test(remark) || !(refuses || PERMITS.test(key))) return null;
  const co = /^co(?:buyer|applicant|borrower|signer|cust)/.test(key) ? 'co_' : '';
  const channel = CHANNELS.find(([pattern]) => pattern.test(key))?.[1] ?? 'contact';
  return `${co}${refuses ? 'do_not' : 'may'}_${channel}` as Field;
}

/** Abbreviations of the trade: "Closed Dt", "Ph 1", "Ser#". */
const spellOut = (key: string): string =>
  key
    .replace(/dt$/, 'date')
    .replace(/^ph(?=\d|no|$)/, 'phone')
    .replace(/^ser(?=no|$)/, 'serial')
    .replace(/^phone1$/, 'phone');

/** "Co-Buyer" alone is the name; "Company", "Country", "Contract" and "Consultant" are no co-buyers. */
function coBuyerField(key: string): Spelling | null {
  if (CO_BUYER_ALONE.test(key)) return { field: 'co_full_name', rank: 0 };
  const rest = withoutRole(key, CO_BUYER);
  const found = rest === null ? undefined : PARTY_TABLE.get(rest);
  return found ? { field: `co_${found.field as PartyField}`, rank: found.rank } : null;
}

function withoutRole(key: string, role: RegExp): string | null {
  const found = role.exec(key);
  return found && found[0].length < key.length ? key.slice(found[0].length) : null;
}

function salespersonField(key: string): Field | null {
  if (NOT_A_SALESPERSON.test(key)) return null;
  // "CRMSaleCreditSP1", "SaleCreditSP2", "SP1Split"
  const credit = /^(?:crm)?(?:sale)?(?:sales)?credit(?:sp|salesperson|rep)?([1-3])$/.exec(key);
  if (credit) return `salesperson_${credit[1] as '1'}_share`;
  const found = SALESPERSON.exec(key);
  if (!found) return null;
  const [, before, spelled, digit, rest = ''] = found;
  const trailing = /^(.*?)([1-9])$/.exec(rest);
  const position = Number(digit ?? trailing?.[2] ?? ORDINALS[spelled ?? before ?? ''] ?? 1);
  const part = trailing && digit === undefined ? (trailing[1] ?? '') : rest;
  if (position > 3) return null;
  const which = `salesperson_${position as 1 | 2 | 3}` as const;
  if (NAME_PART.test(part)) return `${which}_name`;
  if (LAST_NAME_PART.test(part)) return `${which}_last_name`;
  if (CODE_PART.test(part)) return `${which}_code`;
  return SHARE_PART.test(part) ? `${which}_share` : null;
}
