/**
 * Sentences to residents that are only true when the organisation stands for them, each with the signed promise
 * (`pro.promise.*`) under it. A sentence that is not here is true by how this product is made.
 */
const promisedBy: Readonly<Record<string, readonly string[]>> = {
  'welcome.promiseCheck': ['b1'],
  'welcome.promiseBenefit': ['b1', 'b2'],
  'confirm.undo': ['b4'],
  'confirm.free': ['b3'],
  'privacy.l7': ['b2'],
  'privacy.l10': ['b4'],
  'privacy.l11': ['b5']
}

/** Whether this place may say a sentence to a resident: always, or once its promise is signed. */
export const maySay = (key: string, signed: readonly string[]): boolean =>
  (promisedBy[key] ?? []).every(promise => signed.includes(promise))
