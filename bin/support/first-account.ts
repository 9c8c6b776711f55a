/** While no staff account exists, prints the one-time link that makes the first one, and answers it. */
export async function invite(publicUrl: string): Promise<string | undefined> {
  const { getDb } = await import('@/db/client');
  const { ensureFirstInvitation } = await import('@/lib/staff/commands');
  const invitation = await ensureFirstInvitation(getDb());
  if (!invitation) return undefined;
  const link = `${publicUrl}/ko/staff/setup?token=${encodeURIComponent(invitation.token)}`;
  console.log(
    '  No staff account exists yet. Whoever opens this link first makes it (supervisor and administrator; once, keep it to yourself):',
  );
  console.log(`  ${link}`);
  return link;
}
