# Kata-kata dalam surel dan pengirimannya.
outbox-sender = { $name }, { $business }
outbox-no-address = Belum ada alamat pengirim untuk balasan. Atur di Pengaturan, Bisnis.
outbox-passed-on =
    ---------- Pesan yang diteruskan ----------
    Dari: { $from }
    Tanggal: { $at }
    Kepada: { $to }
    Subjek: { $subject }
outbox-file-gone = Berkas yang seharusnya ikut terkirim sudah tidak ada.

mail-title = Surel
mail-lead = Bagaimana surel keluar, dan apa yang tidak diterima.
mail-saved = Tersimpan.
mail-out = Server surel keluar
mail-host = Server
mail-host-hint = Misalnya mail.example.com. Balasan menunggu sampai server diatur.
mail-host-wrong = Ini bukan nama server.
mail-protection = Perlindungan sambungan
mail-implicit = TLS sejak bita pertama
mail-start-tls = STARTTLS
mail-none = Tanpa perlindungan, hanya untuk server di mesin yang sama
mail-port = Porta
mail-port-hint = Kosongkan untuk porta yang biasa.
mail-port-wrong = Porta adalah angka dari 1 sampai 65535.
mail-user = Nama pengguna
mail-password = Kata sandi
mail-password-hint = Kosongkan untuk mempertahankan yang sudah diatur. Kata sandi disimpan terenkripsi.
mail-password-wrong = Kata sandi tidak dapat disimpan. Coba lagi.
mail-password-missing = Nama pengguna memerlukan kata sandi.
mail-refused = Surel yang ditolak
mail-refused-none = Tidak ada yang ditolak.
mail-refused-line = Dari { $from }, { $size }: lebih besar dari batas surel

mailbox-trouble-host-not-found = Tidak ada server bernama { $host }. Periksa ejaan namanya.
mailbox-trouble-connection-refused = { $host } ada, tetapi tidak ada yang menjawab di porta ini. Periksa porta dan perlindungan koneksinya.
mailbox-trouble-unreachable = { $host } tidak dapat dijangkau dari sini. Periksa jaringan dan tembok apinya.
mailbox-trouble-timed-out = { $host } tidak menjawab pada waktunya. Periksa portanya, atau coba lagi sebentar lagi.
mailbox-trouble-cut-off = { $host } memutus koneksi di tengah jalan. Coba lagi sebentar lagi; jika tetap begitu, periksa porta dan perlindungan koneksinya.
mailbox-trouble-not-a-mail-server = Ada yang menjawab di { $host }, tetapi tidak seperti server surel. Periksa porta dan perlindungan koneksinya.
mailbox-trouble-tls-failed = Koneksi terlindung ke { $host } tidak dapat dibuat: { $words }.
mailbox-trouble-certificate-expired = Sertifikat { $host } sudah kedaluwarsa. Pengelola server harus memperbaruinya.
mailbox-trouble-certificate-of-another = Sertifikat { $host } dibuat untuk nama lain. Periksa nama servernya: mungkinkah namanya lain?
mailbox-trouble-certificate-unknown = Tidak ada pihak yang dipercaya mesin ini yang menjamin sertifikat { $host }; mungkin sertifikat itu ditandatangani sendiri. Jika server itu milik Anda, tambahkan penerbitnya ke daftar yang dipercaya mesin ini.
mailbox-trouble-start-tls-missing = { $host } tidak menawarkan STARTTLS di porta ini. Pilih TLS sejak bita pertama, beserta portanya.
mailbox-trouble-tls-needed = { $host } tidak menerima kata sandi lewat koneksi tanpa perlindungan. Pilih TLS sejak bita pertama, atau STARTTLS.
mailbox-trouble-login-refused = { $host } tidak menerima nama pengguna dan kata sandinya. Kata server: { $words }.
mailbox-trouble-app-password-needed = { $host } meminta kata sandi yang dibuat khusus untuk program ini, yaitu kata sandi aplikasi. Buatlah di setelan keamanan akun, lalu masukkan di sini. Kata server: { $words }.
mailbox-trouble-tokens-not-taken = { $host } tidak menawarkan masuk melalui penyedia. Gunakan kata sandi saja.
mailbox-trouble-token-refused = Penyedia tidak lagi mengizinkan kita masuk: { $words }. Hubungkan kembali kotak surat ini.
mailbox-trouble-token-unavailable = Layanan masuk penyedia tidak menjawab: { $words }. Kami terus mencoba.
mailbox-trouble-client-missing = Masuk melalui penyedia ini belum disiapkan. Administrator harus memasukkan ID kliennya dahulu.
mailbox-trouble-folder-missing = Tidak ada folder { $words } di kotak surat ini. Pilih yang lain.
mailbox-trouble-folder-read-only = Folder { $words } hanya dapat dibaca, jadi surel di dalamnya tidak dapat ditandai atau dipindahkan. Pilih untuk membiarkannya.
mailbox-trouble-sender-refused = { $host } tidak mengizinkan akun ini mengirim dari alamat ini. Kata server: { $words }.
mailbox-trouble-server-says-no = { $host } menolak: { $words }.
mailbox-trouble-secret-unreadable = Kata sandi yang tersimpan tidak dapat dibuka, karena secret.key kini berbeda. Masukkan kata sandinya lagi.
mailbox-trouble-on-our-side = Terjadi kesalahan di pihak kami: { $words }.
mailbox-refused-forbidden = Hanya administrator yang dapat melakukan ini.
mailbox-refused-not-found = Kotak surat ini sudah tidak ada.
mailbox-refused-not-an-address = Ini bukan alamat surel.
mailbox-refused-address-taken = Kotak surat lain sudah memakai alamat ini.
event-mailbox-connected = menghubungkan kotak surat { $address }
event-mailbox-changed = mengubah kotak surat { $address }
event-mailbox-removed = menghapus kotak surat { $address }
event-mailbox-failed = kotak surat { $address } tidak terbaca
event-mailbox-recovered = kotak surat { $address } terbaca kembali
