<?php
// Installs WordPress and writes its articles. Arguments: folder of WordPress, number of articles, paragraph, paragraphs.
[, $folder, $count, $paragraph, $paragraphs] = $argv;
$_SERVER += ['HTTP_HOST' => 'localhost', 'REQUEST_URI' => '/', 'SERVER_NAME' => 'localhost', 'SERVER_PROTOCOL' => 'HTTP/1.1'];
define('WP_INSTALLING', true);
require "$folder/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Peer', 'admin', 'admin@example.org', true, '', 'adminpass', 'fr');
$body = str_repeat("<!-- wp:paragraph --><p>$paragraph</p><!-- /wp:paragraph -->", (int) $paragraphs);
$ids = [];
for ($i = 0; $i < (int) $count; $i++) {
    $ids[] = wp_insert_post([
        'post_title' => "Article $i mobilité et énergie",
        'post_excerpt' => 'Ce que le Pays a fait cette année, et ce que vous pouvez faire.',
        'post_content' => $body,
        'post_status' => 'publish',
        'post_author' => 1,
    ]);
}
file_put_contents("$folder/bench-ids.json", json_encode($ids));
