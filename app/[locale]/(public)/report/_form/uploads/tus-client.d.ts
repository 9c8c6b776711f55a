/** The parts of tus-js-client that this app uses, which has types for its front door alone. */
declare module 'tus-js-client/lib.esm/upload.js' {
  import type { Upload, UploadOptions } from 'tus-js-client';

  type Made = new (file: File, options: UploadOptions) => Upload;
  const BaseUpload: Made & { defaultOptions: UploadOptions };
  export default BaseUpload;
}
declare module 'tus-js-client/lib.esm/browser/httpStack.js' {
  import type { HttpStack } from 'tus-js-client';

  const XhrStack: new () => HttpStack;
  export default XhrStack;
}
declare module 'tus-js-client/lib.esm/browser/fileReader.js' {
  import type { UploadOptions } from 'tus-js-client';

  const BlobReader: new () => NonNullable<UploadOptions['fileReader']>;
  export default BlobReader;
}
