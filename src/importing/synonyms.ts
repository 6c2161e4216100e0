/** The spellings of headers, the better evidence first; those behind `||` count only where no other column names the field. */

import type { Field, PartyField } from './fields.ts';

/** Spellings of a person's fields, without the role in front. */
export const PARTY: Readonly<Partial<Record<PartyField, string>>> = {
  deceased: 'deceased|is deceased|deceased flag|deceased y n|deceased date|date deceased|date of death',
  customer_number:
    'customer number|customer no|customer nbr|customer num|customer id|customer code|customer key|cust no|cust id|cust num|cust number|cust|number|no|id|client id|client no|client number|buyer id|buyer number|name rec id|account number|acct no|account no|customer uuid|crm id|contact id|guest id|nr client|cod client|numero client|no client|kundennummer|kunden nr|numero cliente|cliente id|klantnummer|klant nr|klantcode|codice cliente|codigo cliente|acc no|entity id|customer ref|customer reference|cust ref',
  full_name:
    'full name|name|name 1|customer name|customer full name|cust name|client name|client|customer|buyer|buyer name|purchaser|purchaser name|sold to|sold to name|bill to|bill to name|guest|guest name|display name|applicant|applicant name|customer 1|customer name 1|primary buyer|nom du client|nom client|acheteur|nom complet|client cf contr vanz|nume client|cumparator|kunde|kaufer|kundenname|kundename|cliente|comprador|nombre completo|nombre del cliente|nombre cliente|buyers|customers|associated contact|klant|klantnaam|naam|nome cliente|nome completo|nominativo|nombre del comprador|kaufername||contact name|contact|account name|account|owner name|owner',
  title:
    'title|salutation|prefix|mr mrs|courtesy title|name prefix|titre|civilite|anrede|titulo|titel|salut|aanhef|tratamento|trattamento',
  first_name:
    'first name|first|fname|f name|first nm|given name|given|forename|fst name|cfstname|prenom|prenume|vorname|nombre|nombres|primer nombre|voornaam|nome',
  middle_name:
    'middle name|middle|mid name|middle initial|mi|m i|mname|mid init|initial|middle init|deuxieme prenom|segundo nombre|tussenvoegsel|secondo nome',
  initials: 'initials|inits|forename initials|customer initials|initialen|voorletters|initiales',
  last_name:
    'last name|nom raison sociale|nom ou raison sociale|name firma|nachname firma|last name company|last name or company|surname company|nombre razon social|cognome ragione sociale|last|lname|l name|last nm|surname|family name|lst name|clstname|nom de famille|nom|nume|nume de familie|nachname|apellido|apellidos|primer apellido|achternaam|cognome|sobrenome',
  suffix: 'suffix|name suffix|generation|suffixe',
  company:
    'company|company name|business|business name|organization|organisation|organization name|firm|firm name|dba|corporate name|entity name|societe|nom entreprise|raison sociale|firma|unternehmen|empresa|razon social|companie|bedrijfsnaam|bedrijf|ragione sociale|azienda|razao social|nome fantasia',
  associated_company: 'associated company|company association|associated company name|account company',
  business_flag:
    'individual business flag|business flag|company flag|cust or company code|is business|is company|individual business|individual or business|customer class|party type|entity type|commercial flag|business indicator|business y n|company y n|business customer|commercial customer',
  street:
    'address|address 1|address line 1|addr|addr 1|street|street address|street 1|mailing address|home address|address line|adresse|adresse 1|rue|strasse|direccion|adresa|street name|adres|indirizzo|endereco|domicilio|calle',
  street_2: 'address 2|address line 2|addr 2|street 2|apt|unit number|suite|apartment|adresse 2',
  city: 'city|town|city name|ville|municipality|ort|stadt|ciudad|localitate|oras|locality|suburb|plaats|woonplaats|citta|comune|cidade|commune|poblacion',
  region:
    'state|province|region|prov|st|state province|state prov|state code|province code|county state|estado|provincia|bundesland|judet|provincia sigla|uf|departement',
  postal_code:
    'zip|zip code|zipcode|postal code|post code|postcode|postal|zip or postal code|zip postal|zip postal code|zip 5|code postal|plz|codigo postal|cod postal|cp|p code|cep',
  city_region_postal:
    'city state zip|city st zip|city state zip code|city state zipcode|city state postal|city state postal code|city province postal code|city prov postal|city state|city st|csz|town county postcode|town postcode|plz ort|plz stadt|plz wohnort|postleitzahl ort|cp ville|code postal ville|ville cp|ville code postal|cap citta|cp poblacion|cp localidad|postcode plaats|postcode woonplaats|cep cidade',
  country: 'country|country code|pays|land|pais|tara',
  home_phone:
    'home phone|phone home|home|home ph|home tel|home telephone|home phone number|home number|phone h|h phone|hphone|res phone|residence phone|evening phone|eve phone|telephone number|tel domicile|telephone domicile|telephone maison|telefono casa|home no|phone residence|home phone no|tel home|home tel no|telefon privat|telefon zuhause|telefone residencial|telefono casa cliente|telefoon thuis|telefono fijo',
  cell_phone:
    'cell phone|cell|mob|mobile|mobile phone|mobile number|mobile no|phone cell|phone mobile|cell number|cell phone number|cellular|cellular phone|phone c|c phone|cphone|cellphone|mobile telephone|mobile phone number|cell no|wireless|text number|sms|cell ph|cel|telephone cellulaire|cellulaire|portable|tel portable|mobil|handy|celular|movil|telefono movil|telefon mobil|mobile tel|tel mob|tel mobile|phones mobile|phones cell|mobiel|mobiele telefoon|cellulare|telefono cellulare|telefone celular|mobilnummer|mobiltelefon|handynummer|telephone mobile',
  work_phone:
    'work phone|work|bphone|b phone|bus ph|biz phone|business phone|bus phone|office phone|phone work|phone business|work number|work ph|work phone number|phone b|phone w|w phone|wphone|day phone|daytime phone|company phone|office|business phone number|work tel|telephone travail|tel travail|telephone bureau|telefono trabajo|bus|bus no|tel work|phones work|telefon geschaftlich|telefon geschaeftlich|telefon dienstlich|telefon firma|telefone comercial|telefoon werk|telefono ufficio|telefono oficina|office tel',
  phone:
    'phone|phone number|telephone|tel|phone no|phone 1|primary phone|main phone|contact phone|phone number 1|contact number|best phone|preferred phone|primary phone number|telephone no|ph|phone num|default phone|contact phone number|numero de telephone|telefon|telefono|telephone 1|phones|telefoon|telefoonnummer|telefone|telefonnummer|rufnummer|telefono principal|tel 2|tel 1|phone 3|telephone 3|tel 3|secondary phone|second phone|alternate phone|alternative phone|alt phone|other phone|phone 2|phone number 2|telephone 2',
  phone_type:
    'phone type|ph typ|ph 1 typ|ph 2 typ|ph 3 typ|ph type|ph 1 type|ph 2 type|ph 3 type|phone 2 type|phone 3 type|tel type|tel 1 type|tel 2 type|phone kind|type of phone|telephone type|contact phone type|phone 1 type|phone 2 type|phone 3 type|phone type 1|phone type 2|phone type 3|alternate phone type|secondary phone type|primary phone type|phone number type|phone label|telefonart|type de telephone|tipo de telefono',
  work_extension:
    'work extension|work ext|ext|extension|phone ext|business ext|work phone ext|phone extension|business phone ext',
  email:
    'email|e mail|email address|e mail address|email 1|primary email|mail to|email addr|e mail 1|email address 1|email primary|contact email|contact email address|personal email|emailaddress|courriel|adresse courriel|correo|correo electronico|email home|home email|adresa email|mail|e mailadres|emailadres|indirizzo email|correo electronico 1||e addr',
  birthday:
    'birthday|nee le|ne le|birth date|birthdate|date of birth|dob|born|bday|b day|date birth|date de naissance|naissance|geburtsdatum|fecha de nacimiento|data nasterii|d o b|geboortedatum|data di nascita|data nascita|data de nascimento|data nascimento',
  do_not_contact:
    'opt out|opted out|optout|do not contact|dnc all|no contact|do not solicit|dns|opt out all|do not contact flag|opt out flag|unsubscribed|do not market|no marketing|global opt out|suppress|solicitation opt out|privacy flag|privacy opt out|ne pas contacter|nicht kontaktieren|no contactar|do not contact customer|exclude from marketing|marketing opt out|dnc status|blocked|unsubscribe|opt out status flag|opt out y n|nao contatar|niet benaderen|werbesperre|kontaktsperre|werbeverbot|keine werbung|niet contacteren|nao contactar|refus sollicitation|refus de sollicitation|non contattare',
  do_not_call:
    'block phone|do not call|dnc|no call|no phone|do not phone|phone opt out|opt out phone|call opt out|opt out call|do not call flag|dnc flag|phone optout|donotcall|no calls|block calls|ne pas appeler|nicht anrufen|no llamar|niet bellen|nao ligar|non chiamare|suppress phone|do not call list|phone dnc|telemarketing opt out|no solicit calls',
  do_not_text:
    'block text|do not text|text opt out|sms opt out|opt out text|opt out sms|no text|no sms|block sms|do not sms|dnt',
  do_not_email:
    'block email|do not email|email opt out|opt out email|no email|email optout|dne|suppress email|email unsubscribed|do not e mail|unsubscribe email|block e mail|niet mailen|no enviar correo',
  do_not_mail:
    'block mail|do not mail|mail opt out|opt out mail|no mail|dnm|suppress mail|do not direct mail|direct mail opt out|block postal mail',
  may_contact:
    'ok to contact|allow contact|may contact|can contact|contact allowed|contact consent|marketing consent|marketing opt in|opt in|optin|consent|gdpr consent|allow marketing|contactable|consent to contact|marketing allowed|opted in|consentement|allow solicitation|marketing permission|gdpr|marketing|solicit|subscribed|opt in status flag|permission to contact|casl consent|casl|express consent|permission|permissions|werbeeinwilligung|werbeerlaubnis|kontakterlaubnis|aceita contato|acepta contacto|accepte contact|accepte le contact|consenso marketing|contact preference flag|contact method|preferred contact method|preferred method of contact|preferred contact',
  may_call:
    'ok to call|okay to call|allow phone|allow call|allow calls|may call|can call|phone opt in|phone optin flag|phone optin|call opt in|allow contact by phone|phone consent|call consent|opt in phone|contact by phone|phone allowed|calls allowed|phone ok|tel consent|phone permission|telephone consent|call|phone status|cell phone status|home phone status|mobile status|cell status',
  may_text:
    'ok to text|allow text|allow sms|may text|can text|text opt in|sms opt in|text optin flag|allow contact by text|text consent|sms consent|contact by text|contact by sms|opt in text|opt in sms|sms allowed|sms permission|text status|sms status',
  may_email:
    'ok to email|allow email|may email|can email|email opt in|email optin flag|email optin|allow contact by email|email consent|contact by email|opt in email|email allowed|email permission|email status',
  may_mail:
    'ok to mail|allow mail|may mail|mail opt in|mail optin flag|allow contact by mail|mail consent|contact by mail|opt in mail|allow contact by postal|post consent|contact by post|mail permission|post permission|postal permission',
  contact_preference:
    'contact preference|contact preferences|communication preference|communication preferences|comm pref|comm preference|marketing preference|marketing preferences|privacy preference|opt status|opt in status|opt out status|opt in out|opt in opt out|contact opt status',
};

/** Spellings of everything that is no person's field. */
export const OTHERS: Readonly<Partial<Record<Field, string>>> = {
  lease: 'lease|leased|is lease|is leased|lease flag|lease y n|lease ind|lease indicator',
  lease_term: 'lease term|lease months|lease term months|term of lease|lease mos',
  lease_payment: 'lease payment|lease pmt|lease payment amount|monthly lease payment',
  store:
    'store|store number|store name|store id|store code|store no|branch|branch code|branch name|location|location name|location id|dealer|dealer id|dealer code|dealer number|dealer name|dealership|dealership name|dealership id|dv dealer id|cmf|rooftop|site|site id|company number|company no|dlrnumbr|dlrloctn|franchise store|succursale|concession|sucursal|codul de dealer|ro store|company id|cora acct id|dealer no',
  area: 'area number',
  deal_number:
    'deal number|deal no|bos no|bos number|n bdc|no bdc|bdc|order id|sales id|deal ref|deal reference|order ref|order reference|sale ref|deal nbr|deal num|deal id|deal|deal key|contract number|contract no|contract id|contract|invoice number|invoice no|invoice|order number|order no|agreement number|agreement no|transaction number|transaction id|transaction no|sale number|sale id|sale no|sales order|sales order number|sales order no|sales order nbr|sold id|bill of sale|bill of sale number|jacket number|deal jacket|deal folder|nr dos|numar dosar|no de contrat|numero de contrat|no contrat|numero de transaction|no de transaction|no transaction|vertragsnummer|auftragsnummer|rechnungsnummer|numero de contrato|contrato|no de dossier|deal jacket number|fi deal number|f i deal number|rdr number|washout number|ro deal number|sales agreement number|dms deal number|dms deal id|ordernummer|order nr|order nbr|ord no|contractnummer|n commande|no commande|no de commande|numero de commande|bon de commande|n contratto|numero contratto|contratto|no pedido|numero do pedido|pedido|n pedido|auftrags nr|auftrag|auftrag nr|vertrags nr|vertragsnr|rechnungs nr|verkoopnummer||folio|no folio|folio no|number|record id|record no|dl no',
  version:
    'fin invoice id|status change date|last modified date|last modified|modified date|modified on|updated on|updated at|last updated|last update|date modified|change date|last change date|deal version|revision|row version',
  status:
    'deal status|statut dossier|statut du dossier|dispo|disposition|deal disposition|status|deal state|fi wip status code|stage|stage name|stagename|sale status|contract status|deal stage|stare dos|statut|estado de venta|deal status code|deal status description|sold status|status code|status desc|status description|sale stage|vertragsstatus|deal posting status|accounting status|ro status|repair order status|appointment status|appt status|job status|record status|event status|opportunity stage|opportunity status|sales status|deal progress',
  completed:
    'completed|is sold|sold flag|issold|finalized flag|closed flag|posted flag|delivered flag|is delivered|is finalized|is complete|is closed|sold y n|posted|is posted|finalized|finalised',
  quote: 'quote|is quote|quote flag',
  unwound:
    'unwind flag|unwound|unwind|is unwound|cancelled|canceled|is cancelled|cancelled flag|void flag|voided|is void|reversed|unwound flag|is deleted|deleted|unwind date|unwound date|unwound on|cancel date|cancelled date|canceled date|cancellation date|cancelled on|reversed date|reversal date|reversed on|void|deal void|returned|returned date|rescinded|rescinded date|rescission date|backed out|backed out date|rolled back|rollback date|dead date',
  sale_class:
    'sale class|ret whl|retail whl|retail wholesale flag|ret whsl|r w|sale category|sales category|customer type|cust type|sale channel|sales channel|channel|sold as|retail wholesale|sale kind|business line|sales type code|category|vehicle use type',
  deal_type:
    'deal type|payment type|paymenttype|finance type|fin type|financing type|payment method|pay type desc|purchase type|contract type|cash finance lease|cash fin lse|cash fin lease|c f l|cfl|deal category|type de transaction|lease finance cash|f l c|finance method|funding type|type of financing|method of payment|deal finance type|mode de paiement|type de financement|transaction type|record type|rec type|finance option|finance category|lease or retail|retail lease|lease retail|finanzierungsart|zahlungsart|forma de pago|deal class|type of deal|deal kind|p l c|p l|r l|c f l w|purchase or lease|purchase lease|lease purchase cash|finance lease cash|lse fin cash|loan type|funding|mode de financement|financement|betaalwijze|financieringsvorm|tipo pagamento|modalita di pagamento|forma pagto|forma de pagamento|tipo de venta|zahlweise|mode reglement|mode de reglement|mode financement|reglement|pay method|pay mthd|payment mthd',
  condition:
    'new used|cond|n u|nu|new or used|newused|condition|veh condition|vehicle condition|stock type|inventory type|inv type|vehicle type|veh type|new used flag|unit type|unit condition|sold vehicle status|new used code|n u c|nuc|nu code|fi deal type|new used cpo|vehicle status new used|neuf usage|neuf occasion|neu gebraucht|nuevo usado|nou rulat|used new|n or u|new used type|type n u|new preowned|new used certified|vehicle class new used|used|n u d|n u c d|new used demo|n u demo|vn vo|vo vn|nieuw occasion|nieuw gebruikt|nuovo usato|novo usado|nuevo seminuevo|seminuevo nuevo|fahrzeugart|zustand|neu occasion|neuwagen gebrauchtwagen',
  sold_on:
    'sale date|bos date|bos dt|bill of sale date|sales date|sold date|date sold|sold on|sold|deal date|contract date|contract dt|sale dt|sold dt|date of sale|purchsdt|contract signing date|signed date|signing date|close deal date|closed deal date|finalized date|finance date|booked date|accounting date|invoice date|transaction date|business date|agreement date|order close date|data contr vanzare|date de vente|date vente|date du contrat|date contrat|verkaufsdatum|vertragsdatum|rechnungsdatum|fecha de venta|fecha venta|fecha contrato|data vanzarii|date facture|agreement start date|posted date|deal close date|sold day|close date sale|posting date|deal closed date|closing date|date closed|contracted on|contract day|closed date deal|deal finalized date|last sale date|last sold date|last sold|sold at|retail date|date retailed|retailed|retailed on|delivery and sale date|verkoopdatum|datum verkoop|data contratto|data vendita|data venda|data da venda|fecha factura|factuurdatum|inv date||date|datum|fecha|data|order date|sales order date|date of order|date commande|date de commande|data ordine|data pedido|orderdatum|auftragsdatum|bestelldatum|purchase date|purchased|purchased on|purchase dt|date purchased|date of purchase|last purchase date|date achat|kaufdatum|out date',
  delivered_on:
    'delivery date|dlvr date|dlvr dt|dlvry date|delivered date|date delivered|delivered on|delivered|delivery dt|delivery|delivery day|deliverydt|deliv date|delvry date|del date|handover date|handover|pickup date|taken delivery|data livrarii|date de livraison|date livraison|auslieferungsdatum|lieferdatum|ubergabe|fecha de entrega|fecha entrega|in service date delivered|customer delivery date|actual delivery date|delivered at|afleverdatum|leverdatum|aflevering|data consegna|consegna|data entrega|data de entrega|ubergabedatum',
  vin: 'vin|vin number|vin no|vehicle identification number|full vin|vin 17|serial|serial number|serial no|chassis number|chassis no|chassis|chassisno|hin|hull id|hull no|hull number|hull identification number|hin no|hin number|veh vin|vehicle vin|vin code|v i n|niv|no de serie|numero de serie|fin|fahrgestellnummer|fahrgestell nr|fahrzeug ident nr|fahrzeugidentnummer|bastidor|numero de bastidor|serie sasiu|vin sold|sold vin|vehicle serial no vin|serial no vin|vehicle vin no|vehicle id number|unit vin|no serie|unit vin serial|vin serial|serial vin|chassisnummer|telaio|numero telaio|chassi|numero chassi',
  stock_number:
    'stock number|stock no|stock|stock num|stock id|stk|stk no|stk number|stk num|stocknumber|stockno|stock nbr|inventory number|inventory no|unit number|unit no|inv no|veh stock|vehicle stock number|no de stock|no stock|numero de stock|no inventaire|lagernummer|numero de inventario|stoc|control number|inventory id|voorraadnummer|unit id|stock book|stock book no|stock book number|stockbook no|stockbook number',
  year: 'year|model year|yr|veh year|vehicle year|my|vehicle yr|model yr|veh yr|annee|annee modele|modelljahr|baujahr|ano|an fabricatie|year model|sold year|unit year|mod year|build year|jahr|annee mod|bouwjaar|anno|anno modello|ano modelo',
  make: 'make name|make|make code|brand|manufacturer|mfr|mfg|veh make|vehicle make|model brand|modelbrd|marque|marke|marca|make desc|make description|oem|merk|marca veicolo||franchise|division|mk',
  model:
    'model name|model|model desc|model description|carline|car line|veh model|vehicle model|model line|modelcod|modele|modell|modelo|vehicle model name|bike model|model code name|unit model|series model|model no|modello|modelo del auto||mdl',
  trim: 'trim|trim level|trim name|series|sub model|submodel|style|body style|version trim|vehicle trim|finition|ausstattung|version|derivative|variant|variante|versione|versao|uitvoering',
  vehicle:
    'vehicle|vehicle description|vehicle desc|veh desc|veh description|veh|car|unit|unit description|year make model|ymm|yr make model|year make model trim|description|vehicle sold|car sold|unit sold|vehicule|fahrzeug|vehiculo|ymmt|purchased vehicle',
  plate:
    'plate|license plate|license plate number|licence plate|plate number|registration number|registration|reg no|regno|vrm|reg|tag|tag number|license|plaque|immatriculation|kennzeichen|matricula|license no|lic plate|rego|kenteken|targa|placa|placas|reg mark|registration mark|vehicle reg|vehicle reg no',
  odometer:
    'odometer|odom|odometer reading|odom reading|mileage|miles|vehicle mileage|delivery mileage|sale mileage|mileage at sale|odometer at sale|sold odometer|miles at sale date|kms|kilometers|km|kilometrage|kilometerstand|kilometraje|mileage in|ro mileage|odometer in|veh mileage|sold mileage|odo|in mileage|miles in|rulaj|current mileage|appointment mileage|mileage out sold|delivery odometer|delivery miles|odometer km|odometer miles|chilometraggio|km stand|kilometros|quilometragem',
  price:
    'internet price|web price|online price|asking price|ask price|advertised price|our price|special price|sale price|selling price|retail price|list price|price|asking|sticker price|window price|msrp|prix|prix de vente|prix affiche|preis|verkaufspreis|precio|precio de venta|prezzo|preco|prijs|verkoopprijs|pret',
  term: 'term|num pmts|nbr pmts|no pmts|number of pmts|pmts|nb paiements|term months|terms|months|term mo|term in months|contract term|loan term|finance term|number of payments|no of payments|num payments|payments|num of payments|nbr of payments|duration|mos|term length|terme|duree|duree mois|laufzeit|plazo|plazo meses|term mos|amortization|nr payments|payment count|financing term|trm|term mths|term mth|term mnths|retail term|looptijd|looptijd maanden|durata|durata mesi|duree en mois|laufzeit monate|laufzeit in monaten|no parcelas|n parcelas|numero de parcelas|parcelas|prazo|financing term months|finance term months|loan term months',
  term_frequency:
    'payment frequency|frequency|freq|frequence|pmt freq|pay frequency|payments per year|pmt frequency|payment freq|paymt frequency|pymt frequency|term frequency|payment period|frequence de paiement|pmt schedule|payment schedule|pay schedule',
  first_payment_on:
    'first pmt due|first pay|first payment date|first pay date|first payment|first payment due|first pmt date|first pmt due date|1st payment date|1st pmt date|1st pmt|first pay dt|first payment on|date premier paiement|date du premier paiement|payment start date|first due date|first pmt|1st payment|1st pay date|1st payment due',
  last_payment_on:
    'last payment date|last pay date|last payment|final payment date|last pmt date|final pay date|date dernier paiement|last pmt due|last payment due|last pmt due date',
  days_to_first_payment: 'days to first|days to first payment|days to first pmt',
  lease_end_on:
    'lease end|lease end date|lease maturity|lease maturity date|lease expiration|lease expiration date|lease expiry|lease termination|lease termination date|lease term end|lease mat date|scheduled lease end|fin de location|date fin de location|leasingende|leasing end|lease expires|lease exp date|date fin location|lease exp|lease expire date|lease maturity dt|lse end|lse end date|lse exp|lse maturity|einde lease|fine noleggio',
  loan_end_on:
    'loan end|loan end date|loan maturity|loan maturity date|payoff date|loan payoff date|loan expiration|retail maturity date|loan maturity dt',
  contract_end_on:
    'contract end|contract end date|agreement end date|maturity date|maturity|end date|end of term|end of term date|term end|term end date|contract maturity date|contract expiration|expiry date|expiration date|fin de contrat|date de fin|vertragsende|fecha fin de contrato|contract expiry date|contract expires|fin du terme|finance end|finance end date|finance maturity date|financing maturity date|financing end date|date fin de contrat|date de fin de contrat|date fin contrat|einddatum|einde contract|scadenza|data scadenza|data fine contratto|fin del contrato',
  payment:
    'payment|payment amt|payment amount|monthly payment|monthly pmt|pmt|monthly pay|base payment|pmt amt|payment per month|loan payment|paiement|paiement mensuel|mensualite|rate monatlich|mensualidad|pymt|pmt amount|mensualidades|maandbedrag|termijnbedrag|rata|rata mensile|valor parcela|monatsrate',
  amount_financed:
    'amount financed|amt financed|finance amt|finance amount|financed amount|amount fin|loan amount|amtfinanced|amt fin|montant finance|total financed|unpaid balance|principal|balance financed',
  apr: 'apr|rate|interest rate|sell rate|int rate|annual rate|entered rate|interest|taux|taux interet|zinssatz|tasa|finance rate|apr pct|customer rate|contract rate',
  lender:
    'lender|bank|bank name|lender name|lienholder|lien holder|lien holder name|lienholder name|finance company|finance source|finance co|fin co|short bank name|financial institution|funding source|leasing company|lessor|finance institution|lending source|preteur|banque|institution financiere|banco|fin source|bank desc|financed by|finance bank|financiera|financiera banco|finanziaria|financeira|leasing company name|bank kreditgeber|kreditinstitut|financieringsmaatschappij',
  salesperson_1_share:
    'split|split pct|split percent|split percentage|share pct|share percent|deal share|credit pct',
  remarks:
    'remarks|remark|notes|note|comments|comment|memo|customer notes|customer comments|special instructions|contact notes|sale comments|deal notes',
  trade_vin_1:
    'trade vin|trade serial|trade serial no|trd serial|trd vin|p x chassis|px chassis|p x vin|px vin|part ex vin|part exchange vin|vin reprise|n serie reprise|trade 1 vin|trade in vin|trade in 1 vin|trade vin 1|trade in vin 1|tradein vin|trade1 vin|ti vin|trade vin number|vin trade|vin trade in|trade 1 vin number|vin echange|trade vehicle vin|trade in vehicle vin|first trade vin',
  trade_vin_2: 'trade 2 vin|trade in 2 vin|trade vin 2|trade in vin 2|trade2 vin|second trade vin',
  trade_vin_3: 'trade 3 vin|trade in 3 vin|trade vin 3|trade in vin 3',
  repair_order_number:
    'ro number|ro no|ro|ro num|repair order|repair order number|repair order no|job card number|job card|job number|work order|work order number|wo number|ronumber|invoice ro|ro nbr|service order|service order number|bon de travail|auftragsnr werkstatt|orden de reparacion|ro id|repair order id|wip no|wip|wip number',
  appointment_number:
    'appointment number|appointment no|appt no|appt number|appt id|appointment id|appointment|booking number|booking id|reservation number|appt num|booking reference|booking ref|booking id no|booking no',
  opened_on:
    'open date|opened|opened on|ro open date|ro date|ro create date|date opened|date in|ro opened|check in date|write up date|arrival date|service date|ro created|open dt|opened date|ro created date|ro creation date|job opened|job open date|wip opened|date created ro',
  closed_on:
    'close date|closed|closed on|ro close date|closed date|date closed ro|cashier date|cashiered date|completed date|ro closed|date out|close dt|final close date|ro closed date|invoice close date|completion date|job closed|job close date|ro invoice date|wip closed|ro completed date',
  voided_on: 'voided date|void date|date voided|ro void date',
  odometer_out: 'mileage out|odometer out|miles out|out mileage|km out',
  advisor:
    'service advisor|service advisor name|advisor|advisor name|adv name|service writer|service writer name|writer|sa name|advisor full name|service consultant|conseiller|serviceberater|service adviser|adviser',
  op_codes:
    'operation codes|operation code|op code|op codes|opcode|opcodes|labor op|labor op code|labor ops|job title|operation|services|service codes|job codes|concern codes|op code list|labor operation|labour codes|labour code|labor codes|labor code|job description',
  pay_types:
    'operation sale types|pay type|pay types|paytype|sale types|labor type|labor types|job warranty|pay code|payment types|line pay type',
  appointment_on:
    'appointment date|appt date|appt dt|booking date|scheduled date|vhc date|date of appointment|appointment on|appointment day|reservation date|apptdate|booked for|scheduled on|appointment datetime|appointment date time|appt datetime|date rendez vous|date rdv|scheduled at|due in date|due in|booked in date|appointment at|appt at|start at',
  appointment_time:
    'appointment time|appt time|booking time|scheduled time|arrival time|appt tm|heure|time|due in time|booked in time',
  waiting:
    'waiting flag|waiting|waiter|is waiting|wait|waiter flag|waiter drop off|wait drop|customer waiting|wait y n|waiting y n',
  transport:
    'transport type|transportation|transportation type|transportation option|transport option|transport|alternate transportation|alternative transportation|alt transportation|alt transport|transport mode|transportation mode|transport method|transportation need|transport code|ride type|mobility',
  loaner: 'loaner flag|loaner|loaner y n|needs loaner|loaner needed|loaner required|courtesy car',
  promised_on:
    'promise date|promised date|date promised|promised on|promised for|promise date time|promised datetime|promised at|est compl date|estimated completion date|estimated completion|estimated completion time|due out date|due out',
};
