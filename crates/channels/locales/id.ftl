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
mail-lead = Bagaimana email masuk dan keluar, dan apa yang tidak diterima.
mail-saved = Tersimpan.
mail-out = Server keluar bersama
mail-out-why = Balasan dari kotak surat tanpa server sendiri keluar lewat server ini.
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
mail-not-handed-out = Gagal diambil dari kotak surat: server surel mencantumkannya tetapi tidak menyerahkannya. Surel itu masih ada di sana; lihatlah di program surel Anda.

mail-wrong = { $count } hal perlu diperbaiki

## Mailboxes

mailbox-list = Kotak surat
mailbox-none-title = Belum ada kotak surat yang terhubung
mailbox-none-body = Hubungkan satu, lalu email pelanggan Anda datang ke sini. Tidak ada yang dikirimi apa pun karenanya.
mailbox-connect = Hubungkan kotak surat
mailbox-connected = Kotak surat sudah terhubung. Email baru muncul di kotak masuk.
mailbox-removed = Kotak surat tidak lagi terhubung. Percakapannya masih ada di sini.
mailbox-edit = Ubah
mailbox-edit-one = Ubah { $name }
mailbox-default = Utama
mailbox-paused = Dijeda
mailbox-brought = Emailnya diantar ke sini
mailbox-failing = Tidak terbaca selama { $time }
mailbox-not-read-yet = Belum dibaca
mailbox-read-now = Baru saja dibaca
mailbox-read-ago = Dibaca { $time } yang lalu
mailbox-lead = Bagaimana emailnya datang, bagaimana balasan keluar, dan apa yang tertulis di situ.
mailbox-all = Semua kotak surat
mailbox-face = Yang dilihat pelanggan
mailbox-address = Alamat email
mailbox-address-hint = Alamat yang ditulisi pelanggan Anda.
mailbox-name = Nama untuk rekan kerja
mailbox-name-hint = Misalnya Penjualan atau Bengkel.
mailbox-sender = Nama pengirim
mailbox-sender-hint = Berada di belakang nama penulis. Kosongkan untuk memakai nama usaha.
mailbox-signature = Tanda tangan
mailbox-signature-hint = Berada di bawah balasan dari sini. Kosongkan untuk memakai tanda tangan usaha.
mailbox-fetch = Email masuk
mailbox-fetch-how = Cara email datang
mailbox-fetch-imap = Diambil dari kotak surat
mailbox-fetch-imap-why = Lewat IMAP, dalam hitungan detik.
mailbox-fetch-none = Diantar oleh server email
mailbox-fetch-none-why = Lewat LMTP, SMTP atau pipa, seperti diatur oleh operator.
mailbox-fetch-host = Server untuk membaca
mailbox-user-hint = Biasanya alamat itu sendiri.
mailbox-user-missing = Membaca kotak surat memerlukan nama pengguna.
mailbox-password-missing = Masukkan kata sandi.
mailbox-read-mail = Email di kotak surat
mailbox-folder = Folder yang dibaca
mailbox-folder-hint = Biasanya INBOX.
mailbox-after = Yang terjadi pada email setelah aman di sini
mailbox-after-leave = Tetap seperti adanya
mailbox-after-mark-read = Ditandai sudah dibaca
mailbox-after-move = Dipindahkan ke sebuah folder
mailbox-after-delete = Dihapus dari kotak surat
mailbox-move-to = Folder tujuan
mailbox-move-to-hint = Hanya untuk memindahkan. Dibuat bila belum ada.
mailbox-move-missing = Sebutkan folder tujuan email.
mailbox-move-same = Email tidak bisa dipindahkan ke folder tempat ia dibaca.
mailbox-send = Email keluar
mailbox-send-how = Cara balasan dikirim
mailbox-send-smtp = Lewat server kotak surat itu sendiri
mailbox-send-smtp-why = Paling baik sampainya: penyedia menjamin email Anda.
mailbox-send-relay = Lewat server keluar bersama
mailbox-send-relay-why = Yang ada di Pengaturan, Email.
mailbox-send-host = Server untuk mengirim
mailbox-send-user-hint = Kosongkan bila server tidak memintanya.
mailbox-send-password-hint = Kosongkan bila sama dengan untuk membaca, atau untuk mempertahankan yang sudah ada.
mailbox-check-fetch = Membaca email
mailbox-check-fetch-ok = Berhasil. Ada { $count } email di { $folder } pada { $host }. Email baru tiba dalam hitungan detik.
mailbox-check-fetch-ok-asked = Berhasil. Ada { $count } email di { $folder } pada { $host }. Email baru tiba dalam satu menit.
mailbox-check-send = Mengirim email
mailbox-check-send-ok = Berhasil. { $host } menerima email dari alamat ini. Tidak ada yang dikirim.
mailbox-check-nothing = Tidak ada yang perlu dicoba
mailbox-check-nothing-why = Email diantar ke sini, dan balasan keluar lewat server keluar bersama.
mailbox-test = Coba sambungannya
mailbox-pause = Jeda
mailbox-pause-why = Selama dijeda tidak ada yang dibaca. Tidak ada yang hilang: pembacaan berlanjut dari tempat berhenti.
mailbox-paused-why = Dijeda: tidak ada yang dibaca. Email baru menunggu di kotak surat.
mailbox-go-on = Baca lagi
mailbox-make-default = Jadikan utama
mailbox-default-why = Percakapan baru keluar dari kotak surat utama, dan alamatnya menjadi alamat usaha.
mailbox-remove = Hapus
mailbox-remove-why = Kotak surat tidak lagi dibaca, dan kata sandinya dilupakan. Percakapannya tetap, dan tidak ada yang berubah di kotak surat itu sendiri.
mailbox-remove-sure = Hapus kotak surat

## Connecting a mailbox

connect-title = Hubungkan kotak surat
connect-lead = Tidak ada yang dikirim kepada siapa pun, dan tidak ada yang disimpan sebelum langkah terakhir.
connect-steps = Langkah
connect-step-address = Alamat
connect-step-check = Sambungan
connect-step-choose = Email yang mana
connect-password = Kata sandi kotak surat
connect-password-hint = Untuk Gmail, iCloud, Yahoo dan Fastmail kata sandi aplikasi, dibuat untuk Tillit di pengaturan keamanan di sana.
connect-provider = Tempat kotak surat
connect-provider-unknown = Cari tahu dari alamat
connect-skip = Lewati dulu
connect-find = Cari pengaturannya
connect-continue = Lanjutkan
connect-change = Ubah pengaturan
connect-try = Coba sambungannya
connect-note-google = Google meminta kata sandi aplikasi di sini, bukan yang biasa. Buat di myaccount.google.com/apppasswords; verifikasi dua langkah harus aktif.
connect-note-microsoft = Microsoft hanya mengizinkan program dengan masuk di sana, bukan dengan kata sandi. Siapkan dulu di Pengaturan, Surel, Masuk lewat penyedia.
connect-note-app-password = { $provider } meminta kata sandi aplikasi di sini, bukan yang biasa. Buat di pengaturan keamanan akun Anda.
connect-note-bridge = Proton Mail dijangkau lewat Bridge, yang harus berjalan di mesin ini. Masukkan kata sandi yang ditunjukkan Bridge.
connect-note-user = Di { $provider } nama pengguna berbeda dari alamat. Namanya ada di panel kendali Anda di sana.
connect-note-guessed = Tidak ada yang mengumumkan pengaturan untuk alamat ini, jadi ini hanya dugaan. Halaman bantuan penyedia Anda menyebutkan yang benar, biasanya di bagian IMAP.
connect-start = Email mana yang datang ke sini
connect-start-now = Yang baru, mulai sekarang
connect-start-now-why = Yang ada di kotak surat hanya tetap di sana.
connect-start-days = Yang baru, dan yang dari beberapa hari terakhir
connect-start-days-why = Anda menentukan berapa hari.
connect-days = Hari
connect-days-hint = Hanya untuk email dari beberapa hari terakhir.
connect-days-wrong = Sebutkan berapa hari, dari 1 sampai 3650.
connect-start-everything = Juga yang ada di kotak surat
connect-start-everything-why = Menjadi percakapan lama: tidak ada yang mendapat jawaban, dan tidak ada waktu yang terlambat.
connect-nobody-told = Tidak ada yang dikirimi apa pun.
connect-again = Lihat lagi
connect-submit = Hubungkan kotak surat
connect-empty = Kotak surat kosong, jadi tidak ada yang bisa dicoba. Email baru menjadi percakapan.
connect-dry = { $mails } email ini akan menjadi { $conversations } percakapan.
connect-dry-why = Uji coba pada yang terbaru dari { $count } email: tidak ada yang ditulis.
connect-dry-from = Dari
connect-dry-subject = Subjek
connect-dry-conversation = Percakapan
connect-dry-new = { $which }, baru
connect-dry-same = { $which }, bergabung
connect-dry-joins = Bergabung dengan #{ $number }, yang sudah ada di sini
connect-dry-own = Tidak diambil: Tillit yang mengirim
connect-dry-known = Sudah ada di sini
connect-dry-no-subject = Tanpa subjek
connect-dry-machine = Ditulis oleh mesin
connect-dry-unreadable = Tidak dapat dibaca
trust-title = Pengirim
trust-lead = Kata siapa yang dipercaya ketika surel menyebut pengirimnya.
trust-servers = Server surel yang temuannya dipercaya
trust-servers-hint = Satu nama per baris, seperti yang tertulis pertama di kolom Authentication-Results surel Anda: mx.example.com. Sebut hanya server yang menangani surel Anda sendiri.
trust-check = Periksa surel yang datang langsung
trust-check-hint = Jika server pengirim berbicara langsung dengan Tillit, domainnya ditanya apakah itu diizinkan (SPF, DKIM, DMARC).

## Sign-in at providers

oauth-title = Masuk lewat penyedia
oauth-now = Tillit masuk dengan izin dari { $provider }. Berikan lagi bila izin itu dicabut.
oauth-not-now = Sebagai ganti kata sandi di sini. Kata sandi Anda tetap di penyedia.
oauth-sign-in = Masuk dengan { $provider }
oauth-why = { $provider } bertanya apakah Tillit boleh membaca dan mengirim email untuk alamat ini. Kata sandi Anda tetap di sana.
oauth-agreed = Anda sudah memberi izin. Tillit masuk dengannya mulai sekarang.
oauth-failed = Tidak berhasil
oauth-lead = Tidak ada yang berubah.
providers-title = Masuk lewat penyedia
providers-lead = Google dan Microsoft mengizinkan program lewat aplikasi Anda sendiri, yang Anda siapkan di sana sekali saja.
providers-return = Masukkan alamat ini di sana sebagai alamat kembali yang diizinkan:
providers-id = ID klien
providers-secret = Rahasia klien
providers-tenant = Organisasi
providers-tenant-hint = ID atau domainnya; kosongkan untuk semua.
providers-other = Penyedia lain
providers-authorize = Alamat tempat memberi izin
providers-token = Alamat pemberi token
providers-scope = Cakupan
providers-url-wrong = Masukkan alamat web yang lengkap.

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
mailbox-alarm-subject = Kotak surat { $address } tidak terbaca
mailbox-alarm-text =
    Kotak surat { $address } sudah beberapa lama tidak dapat dibaca, jadi surel yang ditulis pelanggan ke sana tidak sampai. Surel itu tetap aman di server surel dan akan masuk begitu kotak surat dapat dibaca lagi.

    { $why }

    Perbaiki di sini: { $link }
mailbox-alarm-no-reason = Sebabnya tidak diketahui: tidak ada jawaban sama sekali.
mailbox-alarm-notice = Kotak surat { $address } tidak terbaca.
mailbox-alarm-open = Buka setelannya
event-mailbox-connected = menghubungkan kotak surat { $address }
event-mailbox-changed = mengubah kotak surat { $address }
event-mailbox-removed = menghapus kotak surat { $address }
event-mailbox-failed = kotak surat { $address } tidak terbaca
event-mailbox-recovered = kotak surat { $address } terbaca kembali
