/** The words that systems and countries use for the same column. */

import { expect, test } from 'vitest';
import type { Field } from '../../src/importing/fields.ts';
import { fieldOfHeader } from '../../src/importing/header-field.ts';
import { exportSales } from '../../src/store/export-sales.ts';
import { freshStore, importLines } from './fixture-imports.ts';
import { salesWith } from './made-files.ts';

const HEADERS: Readonly<Partial<Record<Field, string>>> = {
  deal_number:
    'ORDNO|N° commande|Nº Pedido|N. Contratto|Auftrags-Nr|Ordernummer|Folio|dealNumber|Invoice No|Deal_Number__c',
  sold_on:
    'INVDATE|Data Venda|Data Contratto|Verkoopdatum|Verkaufsdatum|soldAt|Last Sale Date|Retail Date|Date facture|Vehicle Sale Date',
  delivered_on: 'DELDATE|Data Entrega|Data Consegna|Afleverdatum|Lieferdatum|deliveredAt|Handover Date',
  customer_number: 'CUSTNO|Klantnummer|Acc No|Entity ID',
  full_name: 'Buyer(s)|Associated Contact|Kundenname|Cliente',
  title: 'SALUT|Aanhef|Anrede',
  first_name: 'Voornaam|Nome|customer.firstName|Contact: First Name',
  last_name: 'Achternaam|Cognome|customer.lastName',
  company: 'Bedrijfsnaam|Ragione Sociale|customer.companyName',
  street: 'Straße|Adres|Indirizzo',
  postal_code: 'P/Code|PLZ|Postcode',
  home_phone: 'TELHOME|Telefon privat|Home#',
  cell_phone: 'TELMOB|Mobiel|Cellulare|customer.phones.mobile|Cell#',
  work_phone: 'TELWORK|Telefon geschäftlich|Bus#',
  phone: 'Telefoon|Telefone|Secondary Phone|Buyer Secondary Phone',
  vin: 'Unit VIN/Serial|Chassisnummer|Telaio|Chassi|VIN__c',
  stock_number: 'Unit ID|Stock_Number__c|vehicle.stockNumber',
  year: 'Build Year|Jahr|Vehicle_Year__c',
  plate: 'Rego|Kenteken|Targa|Placa',
  condition: 'N/U/D|VN/VO|Nieuw/Occasion|Nuovo/Usato|Novo/Usado|Nuevo/Seminuevo|Fahrzeugart|Zustand',
  deal_type:
    'P/L/C|R/L|Mode de financement|Betaalwijze|Tipo Pagamento|Forma Pagto|Forma de pago|Finance Type|Zahlungsart',
  salesperson_1_name:
    'SLSMN 1|SLSPER1|SLSEXEC|Verkoper|Verkaufsberater|Venditore|Asesor de ventas|salespeople.0.name|Salespersons',
  salesperson_2_name: 'SLSMN 2|SLSPER2|salespeople.1.name',
  term: 'Trm|Term (mths)|Retail Term|Looptijd|Durata|Laufzeit (Monate)|Nº Parcelas|Plazo (meses)|financing.termMonths',
  term_frequency: 'Pmt Schedule|Payment Schedule',
  lease_end_on: 'Lease Exp|Lease Maturity',
  contract_end_on: 'Finance End Date|Date fin de contrat|Vertragsende|financing.maturityDate',
  lender: 'Financiera|Lienholder',
  repair_order_number: 'WIP No|RO#',
  opened_on: 'RO Created Date|Job Opened',
  closed_on: 'Job Closed',
  op_codes: 'Labour Codes|Job Description',
  appointment_number: 'Booking Ref|appointmentId',
  appointment_on: 'scheduledAt|Due In Date',
  appointment_time: 'Due In Time',
  waiting: 'Customer Waiting|Waiter',
  transport: 'transportType|Alternate Transportation',
  loaner: 'Loaner Flag',
  promised_on: 'Promise Date|EstComplDate',
};

test.each(Object.entries(HEADERS))('%s: %s', (field, headers) => {
  const taken = headers.split('|').map((header) => [header, fieldOfHeader(header)?.field]);
  expect(taken).toEqual(headers.split('|').map((header) => [header, field]));
});

test('"Rate" is the instalment in German and the interest in English', async () => {
  const money = async (columns: Record<string, readonly string[]>): Promise<object | undefined> => {
    const db = freshStore();
    await importLines(db, salesWith(columns));
    return [...exportSales(db)][0];
  };
  const months = ['48', '', ''];
  expect(await money({ Laufzeit: months, Rate: ['249,00', '', ''] })).toMatchObject({
    payment_cents: 24900,
    apr: null,
  });
  expect(await money({ Term: months, Rate: ['6.9', '', ''] })).toMatchObject({
    payment_cents: null,
    apr: 6.9,
  });
});

test('the mileage on the way out is that of the sale', async () => {
  const db = freshStore();
  await importLines(db, salesWith({ 'Mileage Out': ['88120', '', ''] }));
  expect([...exportSales(db)][0]?.odometer).toBe(88120);
});

test('the end of the finance is that of a lease on a lease row, and of the loan on another', async () => {
  const db = freshStore();
  await importLines(
    db,
    salesWith({ 'Finance Type': ['PCH', 'HP', 'Cash'], 'Finance End Date': ['3/14/2029', '3/15/2031', ''] }),
  );
  expect([...exportSales(db)].map(({ lease_end_on, loan_end_on }) => [lease_end_on, loan_end_on])).toEqual([
    ['2029-03-14', null],
    [null, '2031-03-15'],
    [null, null],
  ]);
});
