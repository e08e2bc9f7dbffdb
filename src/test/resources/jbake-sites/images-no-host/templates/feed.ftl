<feed><#list published_posts as post><entry>${post.title?xml}<d>${post.date?string("EEE, d MMM yyyy HH:mm:ss Z")}</d></entry></#list></feed>
