# Kata-kata dalam surel dan pengirimannya.
outbox-sender = { $name }, { $business }
outbox-no-address = Belum ada alamat pengirim untuk balasan. Atur di Pengaturan, Bisnis.

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
