/** Headers that name a field inside something else, or by words put together in a way no list has. */

import { expect, test } from 'vitest';
import { fieldOfHeader } from '../../src/importing/header-field.ts';

test.each([
  ['Name (Customer First Name)', 'first_name'],
  ['Phone (Mobile Phone)', 'cell_phone'],
  ['Date (Sold)', 'sold_on'],
  ['Number (Deal)', 'deal_number'],
  ['Email (Salesperson)', null],
  ['Cost (Vehicle)', null],
  ['contacts.0.first_name', 'first_name'],
  ['contacts.0.telephones.0.telephone', 'phone'],
  ['contacts.0.emails.0.email', 'email'],
  ['contacts.1.last_name', 'co_last_name'],
  ['customers/1/lastName', 'co_last_name'],
  ['buyer.address.city', 'city'],
  ['deal.customer.firstName', 'first_name'],
  ['data > buyer > email', 'email'],
  ['companies.0.name', 'company'],
  ['salesperson_users.0.name', 'salesperson_1_name'],
  ['salesperson_users.1.name', 'salesperson_2_name'],
  ['sales_manager_user.name', null],
  ['custInfo_firstName', 'first_name'],
  ['customerDetails.dateOfBirth', 'birthday'],
  ['coBuyerInfo_lastName', 'co_last_name'],
  ['vehicle.stock_number', 'stock_number'],
  ['vehicle__vin', 'vin'],
  ['trade.vehicle.vin', 'trade_vin_1'],
  ['lender.phone', null],
  ['Payment Term Months', 'term'],
  ['Contract Term (Mos)', 'term'],
  ['Lease Term Mths', 'lease_term'],
  ['Financing Exp date', 'contract_end_on'],
  ['Agreement Maturity Dt', 'contract_end_on'],
  ['Leasing Expiry', 'lease_end_on'],
  ['Loan Completion Date', 'loan_end_on'],
])('%s names %s', (header, field) => {
  expect(fieldOfHeader(header)?.field ?? null).toBe(field);
});
