/** Whether a car of a customer still comes to our workshop. */

export type ServiceStanding = 'active' | 'slipping' | 'gone' | 'never';
