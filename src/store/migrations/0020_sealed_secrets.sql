-- Secrets of authenticator apps are sealed with a key that is not in the database (AES-256-GCM): a copy of the database makes nobody's codes.
-- Those kept before are 20 bytes that can be read, and are sealed by the service when it starts or when they are next used.

alter table authenticator
  add constraint authenticator_secret_form check (octet_length(secret) = 20 or (octet_length(secret) = 53 and get_byte(secret, 0) = 1));
comment on column authenticator.secret is 'Sealed: a byte for the form (1), four that name the key, 12 of nonce, the 20 sealed, 16 that prove that nothing was changed and that it is this authority''s and this person''s. 20 bytes alone where no key was given';
