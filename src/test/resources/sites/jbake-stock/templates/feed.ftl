<feed><#list published_posts as p><entry>${p.title?xml}</entry></#list></feed>
