import { encode } from 'uqr';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { otpauthUri } from '@/lib/staff/totp';

/** The secret for an authenticator app: as a picture, as a key to type, as a link. Drawn here, so that nobody else sees it. */
export function Authenticator({ locale, secret, label }: { locale: Locale; secret: string; label: string }) {
  const { setup } = words(locale).staff;
  const uri = otpauthUri(secret, label);
  const { data, size } = encode(uri, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <div className="space-y-3">
      <h2 className="text-h4! md:text-h4!">{setup.authenticator}</h2>
      <p>{setup.scan}</p>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={setup.qr}
        shapeRendering="crispEdges"
        className="w-full max-w-medium border border-gray-20"
      >
        <path d={`M0 0h${size}v${size}h-${size}z`} className="fill-gray-0" />
        <path d={dark.join('')} className="fill-gray-90" />
      </svg>
      <p>
        {setup.key}{' '}
        <code className="block font-mono" data-testid="totp-secret">
          {secret.match(/.{1,4}/g)?.join(' ')}
        </code>
      </p>
      <p>
        <a href={uri} className="inline-flex min-h-11 items-center" data-testid="otpauth">
          {setup.open}
        </a>
      </p>
    </div>
  );
}
