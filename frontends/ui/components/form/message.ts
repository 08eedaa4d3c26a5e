type Control = {
  validity: Pick<ValidityState, 'valueMissing' | 'customError'>
  validationMessage: string
  dataset: { missing?: string; wrong?: string }
}

/** What to tell of a control that is not right: our words where there are some, else the browser's. */
export function messageOf({ validity, validationMessage, dataset: { missing, wrong } }: Control): string {
  if (validity.customError) return validationMessage
  return (validity.valueMissing ? missing : wrong) ?? validationMessage
}
