/** What a server answered to a file. */
export interface FileAnswer {
  status: number;
  body: Blob;
}

/** Posts a CSV file and tells how much of it (0 to 1) has left, which fetch cannot. Rejects when nothing answers. */
export function sendFile(address: string, file: File, onSent: (share: number) => void): Promise<FileAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("content-type", "text/csv");
    request.responseType = "blob";
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onSent(event.loaded / event.total);
    };
    request.upload.onload = () => onSent(1);
    request.onload = () => resolve({ status: request.status, body: request.response as Blob });
    request.onerror = () => reject(new TypeError("no answer"));
    request.send(file);
  });
}
